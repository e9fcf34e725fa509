import { join } from 'node:path'

import type { TestProject } from 'vitest/node'

import { startEmbeddedPostgres } from '../../scripts/postgres/startEmbeddedPostgres'
import { withClient } from '../../scripts/postgres/withClient'
import { projectRoot } from '../../scripts/support/projectPaths'
import { prepareServer } from './startDatabase'

const WHERE =
  'These tests want a PostgreSQL with pgvector: PGVECTOR_URL, of a superuser of a server that runs (databases are made and dropped ' +
  'there), or PGVECTOR_BIN, the folder with its `initdb` and `postgres`, such as /usr/lib/postgresql/16/bin.'

/** Global setup of `npm run test:pgvector`: as startDatabase(), on a server that has pgvector. */
export default async function startPgvector(project: TestProject): Promise<() => Promise<void>> {
  return prepareServer(project, await findServer(), (superuserUrl) =>
    withClient(superuserUrl, (client) =>
      client.query('create extension if not exists vector schema public'),
    ),
  )
}

async function findServer() {
  const { PGVECTOR_URL: url, PGVECTOR_BIN: binaries } = process.env
  if (url) return { superuserUrl: url, stop: () => Promise.resolve() }
  if (!binaries) throw new Error(WHERE)
  return startEmbeddedPostgres({
    dataDir: join(projectRoot, '.data/test/pgvector'),
    durable: false,
    binaries,
  })
}
