import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import type { Client } from 'pg'

import { appliedMigrations, type AppliedMigration } from './appliedMigrations'
import type { Migration } from './Migration'

/** Any number that nothing else in this database uses: one migrating process at a time, the others wait. */
const MIGRATION_LOCK = 4_206_907

/** Holds the lock of migrations while `work` runs; another process that migrates waits for it. */
export async function withMigrationLock<T>(
  client: Client,
  onWait: () => void,
  work: () => Promise<T>,
): Promise<T> {
  const { rows } = await client.query<{ locked: boolean }>(
    'select pg_try_advisory_lock($1) as locked',
    [MIGRATION_LOCK],
  )
  if (!rows[0]?.locked) {
    onWait()
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
  }
  try {
    return await work()
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
  }
}

/**
 * Refuses to go on from a history that is not the one in the files.
 *
 * @throws Error naming migrations that were edited after they were applied, and applied ones whose file is gone.
 */
export function assertHistory(
  applied: readonly AppliedMigration[],
  migrations: readonly Migration[],
): void {
  const problems = applied.flatMap(({ name, checksum }) => {
    const file = migrations.find((migration) => migration.name === name)
    if (!file) return [`${name} is applied here, and its file is missing.`]
    if (checksum !== null && checksum !== file.checksum) {
      return [
        `${name} was edited after it was applied. Put it back, and make a new one: npm run db:migrate:create`,
      ]
    }
    return []
  })
  if (problems.length > 0) throw new Error(problems.join('\n'))
}

async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await work()
    const { command } = await client.query('commit')
    if (command !== 'COMMIT') throw new Error('The migration was rolled back')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** The list of migrations is forced behind row-level security, its owner included: open it for the length of one statement. */
async function writeHistory(client: Client, statement: string, values: unknown[]): Promise<void> {
  await client.query('alter table payload_migrations no force row level security')
  await client.query(statement, values)
  await client.query('alter table payload_migrations force row level security')
}

/** Applies what is not applied yet, each in a transaction of its own. @returns the names of what was applied. */
export async function migrateUp(
  client: Client,
  migrations: readonly Migration[],
  onProgress: (name: string, milliseconds: number) => void,
): Promise<string[]> {
  const applied = await appliedMigrations(client)
  assertHistory(applied, migrations)
  const done = new Set(applied.map(({ name }) => name))
  const batch = Math.max(0, ...applied.map((migration) => migration.batch)) + 1
  const names: string[] = []
  for (const migration of migrations) {
    if (done.has(migration.name)) continue
    const started = Date.now()
    await inTransaction(client, async () => {
      await migration.up({ db: drizzle({ client }) })
      await writeHistory(
        client,
        'insert into payload_migrations (id, name, batch, checksum) values (gen_random_uuid(), $1, $2, $3)',
        [migration.name, batch, migration.checksum],
      )
    })
    onProgress(migration.name, Date.now() - started)
    names.push(migration.name)
  }
  return names
}

/** Takes back the newest migrations, `steps` of them or the last batch. @returns the names of what was taken back. */
export async function migrateDown(
  client: Client,
  migrations: readonly Migration[],
  steps: number | 'batch',
  onProgress: (name: string, milliseconds: number) => void,
): Promise<string[]> {
  const applied = [...(await appliedMigrations(client))].reverse()
  assertHistory(applied, migrations)
  const last = applied[0]?.batch
  const chosen =
    steps === 'batch' ? applied.filter(({ batch }) => batch === last) : applied.slice(0, steps)
  const names: string[] = []
  for (const { name } of chosen) {
    const migration = migrations.find((file) => file.name === name)
    if (!migration) throw new Error(`${name}: its file is missing`)
    const started = Date.now()
    await inTransaction(client, async () => {
      // The first migration drops the list itself: what is noted must be noted before.
      await writeHistory(client, 'delete from payload_migrations where name = $1', [name])
      await migration.down({ db: drizzle({ client }) })
    })
    onProgress(name, Date.now() - started)
    names.push(name)
  }
  return names
}
