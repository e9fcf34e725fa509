/**
 * `npm run -s db:url`: prints the runtime's database URL, `-- --owner` the owner's, for psql and the
 * like. An embedded database is started and goes on running: a URL of a stopped one is of no use.
 *
 * When: to look into the database. Undo: `npm run db:stop`.
 */
import { parseArgs } from 'node:util'

import { openDatabase } from './postgres/openDatabase'
import { runCommand } from './support/runCommand'

runCommand(async () => {
  const { values } = parseArgs({ options: { owner: { type: 'boolean', default: false } } })
  const database = await openDatabase({ onProgress: (message) => console.error(message) })
  process.stdout.write(`${values.owner ? database.ownerUrl : database.runtimeUrl}\n`)
  await database.leaveRunning()
  if (database.embedded) {
    console.error('The embedded PostgreSQL goes on running; `npm run db:stop` stops it.')
  }
})
