/**
 * `npm run db:migrate:rollback [-- --steps 1]`: takes back the migrations of the last `db:migrate`, or the newest so many.
 *
 * When: a release has to be undone. What the migration added is dropped, with its data.
 * Undo: `npm run db:migrate`.
 */
import { migrateDown } from '../src/db/migrations/runMigrations'
import { CommandError } from './support/CommandError'
import { runCommand } from './support/runCommand'
import { withOwner } from './support/withOwner'

runCommand(async () => {
  const at = process.argv.indexOf('--steps')
  const steps = at === -1 ? 'batch' : Number(process.argv[at + 1])
  if (steps !== 'batch' && !(Number.isInteger(steps) && steps > 0)) {
    throw new CommandError(
      '--steps takes a whole number above 0.',
      'npm run db:migrate:rollback -- --steps 1',
    )
  }
  const names = await withOwner((client, migrations) =>
    migrateDown(client, migrations, steps, (name, milliseconds) =>
      console.log(`took back ${name} (${milliseconds} ms)`),
    ),
  )
  if (names.length === 0) console.log('There is nothing to take back.')
})
