/**
 * `npm run db:migrate:create <name> [-- --blank]`: writes the migration from the newest one to what the config says now.
 *
 * When: after every change of a collection, a block's relations or a file below src/db/sql. Needs no database.
 * Undo: delete the new files in src/migrations, as long as nobody has applied them.
 */
import path from 'node:path'

import { createMigration } from '../src/db/migrations/createMigration'
import { loadAdapter } from '../src/db/migrations/loadAdapter'
import { CommandError } from './support/CommandError'
import { projectRoot } from './support/projectPaths'
import { runCommand } from './support/runCommand'
import { withoutSecrets } from './support/withoutSecrets'

runCommand(async () => {
  const words = process.argv.slice(2)
  const label = words.find((word) => !word.startsWith('--'))
  if (!label) throw new CommandError('Which name?', 'npm run db:migrate:create add_events')
  withoutSecrets()
  const { default: config } = await import('../payload.config')
  const adapter = await loadAdapter(await config)
  const created = await createMigration(adapter, {
    folder: path.join(projectRoot, 'src/migrations'),
    sqlFolder: path.join(projectRoot, 'src/db/sql'),
    label,
    blank: words.includes('--blank'),
  })
  if (!created)
    console.log('Nothing changed: the newest migration already says what the config says.')
  else {
    console.log(`${path.relative(projectRoot, created.file)}: ${created.statements} statements`)
    console.log('Read it, then: npm run db:migrate && npm run db:check -- --write')
  }
})
