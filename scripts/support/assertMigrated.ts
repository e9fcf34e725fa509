import type { ClientBase } from 'pg'

import { appliedMigrations } from '../../src/db/migrations/appliedMigrations'
import { migrationNames } from '../../src/migrations'
import { CommandError } from './CommandError'

/** @throws CommandError when the database lacks a migration, with the command that makes it current */
export async function assertMigrated(client: ClientBase): Promise<void> {
  const applied = new Set((await appliedMigrations(client)).map(({ name }) => name))
  const missing = migrationNames.filter((name) => !applied.has(name))
  if (missing.length === 0) return
  throw new CommandError(
    missing.length === migrationNames.length
      ? 'This database has no tables yet.'
      : `This database lacks ${missing.length} of ${migrationNames.length} migrations: ${missing.join(', ')}.`,
    'npm run db:migrate',
  )
}
