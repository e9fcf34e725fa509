import { randomUUID } from 'node:crypto'
import { join } from 'node:path'

import pg from 'pg'
import type { TestProject } from 'vitest/node'

import { readMigrations } from '../../src/db/migrations/readMigrations'
import { migrateUp } from '../../src/db/migrations/runMigrations'
import { ensureRoles } from '../../scripts/postgres/ensureRoles'
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../scripts/postgres/startEmbeddedPostgres'
import { atDatabase, withClient } from '../../scripts/postgres/withClient'
import { isAlive } from '../../scripts/support/processes'
import { projectRoot } from '../../scripts/support/projectPaths'
import { roleUrl } from './roleUrl'

/** What test files need to know of the server that this run started. */
export interface TestCluster {
  readonly superuserUrl: string
  readonly ownerPassword: string
  readonly appPassword: string
  /** Names of databases begin with it; it carries the process, so that the next run can sweep up after a killed one. */
  readonly prefix: string
  /** Roles and extensions only. */
  readonly emptyTemplate: string
  /** Migrated. */
  readonly template: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: TestCluster
  }
}

/** Two runs at once share the server, and with it the roles' passwords: these are no secret, it listens on loopback. */
const passwords = { ownerPassword: 'owner-of-tests', appPassword: 'app-of-tests' }

/** Global setup of the database tests: one server, one migrated template; each file clones it, see useDatabase(). */
export default async function startDatabase(project: TestProject): Promise<() => Promise<void>> {
  const server = await startEmbeddedPostgres({
    dataDir: join(projectRoot, '.data/test/postgres'),
    durable: false,
  })
  return prepareServer(project, server)
}

/**
 * Makes a server ready for test files: roles and templates.
 *
 * @param prepareTemplate what else a database of a test has, as a superuser
 * @returns what takes the databases away again, and then stops the server
 */
export async function prepareServer(
  project: TestProject,
  { superuserUrl, stop }: Pick<EmbeddedPostgres, 'superuserUrl' | 'stop'>,
  prepareTemplate = (_superuserUrl: string): Promise<unknown> => Promise.resolve(),
): Promise<() => Promise<void>> {
  try {
    await dropLeftovers(superuserUrl)
    const prefix = `test_${process.pid}_${randomUUID().slice(0, 4)}`
    const cluster: TestCluster = {
      superuserUrl,
      ...passwords,
      prefix,
      emptyTemplate: `${prefix}_empty`,
      template: `${prefix}_template`,
    }
    for (const database of [cluster.emptyTemplate, cluster.template]) {
      await ensureRoles({ superuserUrl, database, ...passwords })
      await prepareTemplate(atDatabase(superuserUrl, database))
    }
    await migrate(roleUrl(cluster, 'atrium_owner', cluster.template))
    project.provide('cluster', cluster)
    return async () => {
      await dropMatching(superuserUrl, (name) => name.startsWith(prefix))
      await stop()
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function migrate(ownerUrl: string): Promise<void> {
  const migrations = await readMigrations(join(projectRoot, 'src/migrations'))
  await withClient(ownerUrl, (client) => migrateUp(client, migrations, () => undefined))
}

/** Databases of runs that were killed. */
function dropLeftovers(superuserUrl: string): Promise<void> {
  return dropMatching(superuserUrl, (name) => !isAlive(Number(name.split('_')[1])))
}

async function dropMatching(
  superuserUrl: string,
  matches: (name: string) => boolean,
): Promise<void> {
  await withClient(atDatabase(superuserUrl, 'postgres'), async (client) => {
    const { rows } = await client.query<{ name: string }>(
      String.raw`select datname as name from pg_database where datname ~ '^test_\d+_'`,
    )
    for (const { name } of rows.filter((row) => matches(row.name))) {
      await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
    }
  })
}
