import pg from 'pg'

import { readMigrations } from '../../src/db/migrations/readMigrations'
import type { Migration } from '../../src/db/migrations/Migration'
import { withMigrationLock } from '../../src/db/migrations/runMigrations'
import { openDatabase } from '../postgres/openDatabase'
import { sslFromEnvironment } from './sslFromEnvironment'
import { projectRoot } from './projectPaths'

/** Connects as the owner of the schema, alone: another process that migrates is waited for. */
export async function withOwner<T>(
  work: (client: pg.Client, migrations: readonly Migration[]) => Promise<T>,
): Promise<T> {
  const database = await openDatabase({ onProgress: (message) => console.error(message) })
  const client = new pg.Client({ connectionString: database.ownerUrl, ...sslFromEnvironment() })
  try {
    const migrations = await readMigrations(`${projectRoot}/src/migrations`)
    await client.connect()
    return await withMigrationLock(
      client,
      () => console.log('Another process is migrating this database; waiting for it …'),
      () => work(client, migrations),
    )
  } finally {
    await client.end()
    await database.close()
  }
}
