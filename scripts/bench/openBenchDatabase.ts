import { join } from 'node:path'

import pg from 'pg'

import { migrateUp } from '../../src/db/migrations/runMigrations'
import { readMigrations } from '../../src/db/migrations/readMigrations'
import { dropDatabase } from '../postgres/dropDatabase'
import { ensureRoles } from '../postgres/ensureRoles'
import { startEmbeddedPostgres } from '../postgres/startEmbeddedPostgres'
import { atDatabase, withClient } from '../postgres/withClient'
import { dataRoot, projectRoot } from '../support/projectPaths'

export interface BenchDatabase {
  /** As the application connects. */
  readonly isolatedUrl: string
  /** The same database, as a role that row-level security does not apply to. */
  readonly bypassedUrl: string
  readonly superuserUrl: string
  readonly version: string
  readonly close: () => Promise<void>
}

const database = 'bench'
const bypassing = 'bench_bypass'
/** Of a server that listens on loopback, and is gone with the run. */
const passwords = { ownerPassword: 'owner-of-the-bench', appPassword: 'app-of-the-bench' }

/** A migrated, empty database on an embedded server of the benchmark's own, and a role that sees around its policies. */
export async function openBenchDatabase(): Promise<BenchDatabase> {
  const server = await startEmbeddedPostgres({
    dataDir: join(dataRoot(), 'bench', 'postgres'),
    // Waiting for the disk would hide what is measured.
    durable: false,
  })
  try {
    await dropDatabase(server.superuserUrl, database)
    await ensureRoles({ superuserUrl: server.superuserUrl, database, ...passwords })
    const superuserUrl = atDatabase(server.superuserUrl, database)
    const urlOf = (user: string, password: string) => {
      const url = new URL(superuserUrl)
      url.username = user
      url.password = password
      return url.href
    }
    const migrations = await readMigrations(join(projectRoot, 'src/migrations'))
    await withClient(urlOf('atrium_owner', passwords.ownerPassword), (client) =>
      migrateUp(client, migrations, () => undefined),
    )
    const version = await withClient(superuserUrl, async (client) => {
      await makeBypassingRole(client)
      const { rows } = await client.query<{ version: string }>(
        `select current_setting('server_version') as version`,
      )
      return rows[0]?.version ?? ''
    })
    return {
      isolatedUrl: urlOf('atrium_app', passwords.appPassword),
      bypassedUrl: urlOf(bypassing, passwords.appPassword),
      superuserUrl,
      version,
      close: server.stop,
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function makeBypassingRole(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [bypassing])
  if (rowCount === 0) await client.query(`create role ${bypassing} login bypassrls`)
  await client.query(`alter role ${bypassing} password ${pg.escapeLiteral(passwords.appPassword)}`)
  await client.query(`grant connect on database ${database} to ${bypassing}`)
  await client.query(
    `grant select, insert, update, delete on all tables in schema public to ${bypassing}`,
  )
  await client.query(`grant usage on all sequences in schema public to ${bypassing}`)
}
