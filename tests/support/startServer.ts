import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import pg from 'pg'
import type { TestProject } from 'vitest/node'

import { buildApplication } from '../../scripts/application/buildApplication'
import { dropDatabase } from '../../scripts/postgres/dropDatabase'
import { withClient } from '../../scripts/postgres/withClient'
import { loadLiveChildren } from '../../scripts/support/children'
import { readEnvironment } from '../../scripts/support/environment'
import { isAlive } from '../../scripts/support/processes'
import { migrateDatabase, sharedClusterDir, startCluster, type DatabaseUrls } from './httpCluster'
import { seedHttp, type Seeded } from './httpSeed'
import { startHttpServer } from './httpServer'

/** What test files need to know of the server of this run. */
export interface HttpStack extends Seeded {
  readonly port: number
  /** Mail, uploads and the log of the server. */
  readonly folder: string
  readonly database: DatabaseUrls
}

declare module 'vitest' {
  export interface ProvidedContext {
    http: HttpStack
  }
}

/** Global setup of the API tests: the production build on a database of its own, with two full tenants. */
export default async function startServer(project: TestProject): Promise<() => Promise<void>> {
  const ending: (() => Promise<unknown>)[] = []
  const end = async () => {
    for (const step of ending.reverse()) await step()
  }
  try {
    if (!readEnvironment('ATRIUM_STANDALONE')) await build(ending)
    const folder = await mkdtemp(join(tmpdir(), 'atrium-http-'))
    ending.push(() => rm(folder, { recursive: true, force: true }))
    const cluster = await startCluster(sharedClusterDir)
    ending.push(cluster.stop)
    await dropLeftovers(cluster.superuserUrl)
    const name = `http_${process.pid}`
    ending.push(() => dropDatabase(cluster.superuserUrl, name))
    const database = await migrateDatabase(cluster.superuserUrl, name)
    const server = await startHttpServer(database.runtime, folder)
    ending.push(server.stop)
    const seeded = await seedHttp({ port: server.port, superuserUrl: database.superuser })
    project.provide('http', { ...seeded, port: server.port, folder, database })
    return end
  } catch (error) {
    await end()
    throw error
  }
}

async function build(ending: (() => Promise<unknown>)[]): Promise<void> {
  await buildApplication({
    running: await loadLiveChildren(),
    onStart: (child) => ending.push(child.stop),
    report: (detail) => console.info(detail),
  })
}

/** Databases of runs that were killed. */
async function dropLeftovers(superuserUrl: string): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      String.raw`select datname as name from pg_database where datname ~ '^http_\d+'`,
    )
    for (const { name } of rows.filter((row) => !isAlive(Number(row.name.split('_')[1])))) {
      await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
    }
  })
}
