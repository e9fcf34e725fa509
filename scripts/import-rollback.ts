/**
 * `npm run import:rollback -- <import> [--dry-run] [--force] [--batch-size N] [--wait]`: takes an import back. What it made is removed, what it
 * overwrote is as it was.
 *
 * When: an import came out wrong, and nobody has worked with it yet. Where somebody has, it lists that and does nothing; `--force` does it
 * all the same. One that was ended goes on when it is run again.
 * Undo: run the import again: it makes the same rows, under the same ids.
 */
import { join } from 'node:path'

import { rollbackImport } from '../src/import/rollback/rollbackImport'
import { shownText } from '../src/import/report/shownText'
import { findRun } from '../src/import/write/findRun'
import { ImportError } from '../src/import/write/ImportError'
import { lockImports } from '../src/import/write/lockImports'
import { describeRollback } from './import/describeRollback'
import { readable } from './import/readable'
import { readRunSettings } from './import/readRunSettings'
import { withPayload } from './import/withPayload'
import { CommandError } from './support/CommandError'
import { dataRoot } from './support/projectPaths'
import { runCommand } from './support/runCommand'

const USAGE = 'npm run import:rollback -- <import> [--dry-run] [--force] [--batch-size N] [--wait]'
/** Something is in the way, and nothing was done. */
const REFUSED = 5

runCommand(async () => {
  const { id, values } = readRunSettings(
    process.argv.slice(2),
    {
      'dry-run': { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      'batch-size': { type: 'string', default: '500' },
      wait: { type: 'boolean', default: false },
    },
    USAGE,
  )
  if (id === undefined)
    throw new CommandError('Which import? Nobody rolls back the last one by chance.', USAGE)
  const batchSize = Number(values['batch-size'])
  if (!Number.isInteger(batchSize) || batchSize < 1 || batchSize > 10_000)
    throw new CommandError('--batch-size is a number from 1 to 10000.', USAGE)
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () =>
      stop.abort(new ImportError('Stopped. What was done stays done.', 'run it again to go on')),
    )
  return withPayload(async (payload) => {
    try {
      const run = await findRun(payload, id)
      console.log(shownText(`Import ${run.id} of ${run.source}`))
      const onWait = () => console.log('An import is at work: waiting for it.')
      const result = await lockImports(payload, { wait: values.wait, onWait }, (lost) =>
        rollbackImport(payload, run, {
          folder: join(dataRoot(), 'imports', run.id),
          force: values.force,
          dryRun: values['dry-run'],
          batchSize,
          signal: AbortSignal.any([stop.signal, lost]),
          onProgress: ({ done, space }) => console.log(shownText(`  ${space}: ${done}`)),
        }),
      )
      console.log(`\n${describeRollback(result, { isDryRun: values['dry-run'] })}`)
      return result.done || values['dry-run'] ? 0 : REFUSED
    } catch (error) {
      throw readable(error)
    }
  })
})
