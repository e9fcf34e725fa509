import { join } from 'node:path'

import { ensureRoles } from '../../scripts/postgres/ensureRoles'
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../scripts/postgres/startEmbeddedPostgres'
import { withClient } from '../../scripts/postgres/withClient'
import { projectRoot } from '../../scripts/support/projectPaths'
import { readMigrations } from '../../src/db/migrations/readMigrations'
import { migrateUp } from '../../src/db/migrations/runMigrations'

/** No secret: the server listens on loopback, and two runs at once share its roles. */
const passwords = { ownerPassword: 'owner-of-tests', appPassword: 'app-of-tests' }

/** The addresses of one database, by who connects. */
export interface DatabaseUrls {
  readonly runtime: string
  readonly owner: string
  readonly superuser: string
}

/** A PostgreSQL in this folder, which survives nothing and therefore is quick. */
export const startCluster = (dataDir: string): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ dataDir, durable: false })

/** The cluster that the API tests share. */
export const sharedClusterDir = join(projectRoot, '.data/test/postgres-http')

/** Prepares and migrates a database, which need not exist. */
export async function migrateDatabase(
  superuserUrl: string,
  database: string,
): Promise<DatabaseUrls> {
  await ensureRoles({ superuserUrl, database, ...passwords })
  const urls = urlsOf(superuserUrl, database)
  const migrations = await readMigrations(join(projectRoot, 'src/migrations'))
  await withClient(urls.owner, (client) => migrateUp(client, migrations, () => undefined))
  return urls
}

export function urlsOf(superuserUrl: string, database: string): DatabaseUrls {
  const as = (role: string, password: string) => {
    const url = new URL(superuserUrl)
    url.pathname = `/${database}`
    if (role === '') return url.href
    url.username = role
    url.password = password
    return url.href
  }
  return {
    superuser: as('', ''),
    owner: as('atrium_owner', passwords.ownerPassword),
    runtime: as('atrium_app', passwords.appPassword),
  }
}
