/**
 * `npm run db:migrate`: applies the migrations that this database does not have yet, each in a transaction of its own.
 *
 * When: after pulling, and before starting a new version. Two at once: one migrates, the other waits.
 * Undo: `npm run db:migrate:rollback`.
 */
import { migrateUp } from '../src/db/migrations/runMigrations'
import { explainMissingRight } from './support/explainMissingRight'
import { runCommand } from './support/runCommand'
import { withOwner } from './support/withOwner'

runCommand(async () => {
  const names = await explainMissingRight(() =>
    withOwner((client, migrations) =>
      migrateUp(client, migrations, (name, milliseconds) =>
        console.log(`applied ${name} (${milliseconds} ms)`),
      ),
    ),
  )
  if (names.length === 0) console.log('The schema is current.')
})
