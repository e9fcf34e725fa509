import { randomUUID } from 'node:crypto'

import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'

import { cloneDatabase } from '../../scripts/postgres/cloneDatabase'
import { dropDatabase } from '../../scripts/postgres/dropDatabase'
import { roleUrl } from './roleUrl'

export interface TestDatabase {
  readonly name: string
  /** As `atrium_app`. */
  readonly runtimeUrl: string
  readonly ownerUrl: string
  readonly superuserUrl: string
}

let current: TestDatabase | undefined
const pools = new Map<string, pg.Pool>()

/** Gives this test file a database of its own: migrated, or with `empty` only prepared for the first migration. */
export function useDatabase({ empty = false } = {}): void {
  beforeAll(async () => {
    current = await createDatabase({ empty })
  })
  afterAll(async () => {
    const database = current
    current = undefined
    await closePools()
    if (database) await discardDatabase(database)
  })
}

/** One more database, for tests that need several. Discard it with {@link discardDatabase}. */
export async function createDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const cluster = inject('cluster')
  const name = `${cluster.prefix}_${randomUUID().slice(0, 8)}`
  const template = empty ? cluster.emptyTemplate : cluster.template
  await cloneDatabase(cluster.superuserUrl, template, name)
  return {
    name,
    runtimeUrl: roleUrl(cluster, 'atrium_app', name),
    ownerUrl: roleUrl(cluster, 'atrium_owner', name),
    superuserUrl: roleUrl(cluster, 'superuser', name),
  }
}

export async function discardDatabase({ name }: TestDatabase): Promise<void> {
  await dropDatabase(inject('cluster').superuserUrl, name)
}

/** The database of this test file. */
export function testDatabase(): TestDatabase {
  if (!current) throw new Error('Call useDatabase() at the top of the test file')
  return current
}

/** Connections of this test file, kept until its end. */
export function poolOf(connectionString: string): pg.Pool {
  let pool = pools.get(connectionString)
  if (!pool) {
    pool = new pg.Pool({ connectionString, max: 4 })
    // Dropping a database ends its connections.
    pool.on('error', () => undefined)
    pools.set(connectionString, pool)
  }
  return pool
}

async function closePools(): Promise<void> {
  const closing = [...pools.values()]
  pools.clear()
  await Promise.all(closing.map((pool) => pool.end()))
}
