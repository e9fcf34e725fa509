/**
 * `npm run db:migrate:status`: which migrations this database has.
 *
 * When: whenever. Exits 1 when some are missing, so that scripts can ask. Undo: nothing changes.
 */
import { appliedMigrations } from '../src/db/migrations/appliedMigrations'
import { assertHistory } from '../src/db/migrations/runMigrations'
import { runCommand } from './support/runCommand'
import { withOwner } from './support/withOwner'

runCommand(() =>
  withOwner(async (client, migrations) => {
    const applied = new Map((await appliedMigrations(client)).map((row) => [row.name, row]))
    for (const { name } of migrations) {
      const row = applied.get(name)
      console.log(`${row ? `applied (batch ${row.batch})` : 'missing          '}  ${name}`)
    }
    assertHistory([...applied.values()], migrations)
    return migrations.every(({ name }) => applied.has(name)) ? 0 : 1
  }),
)
