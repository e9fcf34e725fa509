import type { PoolClient } from 'pg'

import { databaseFault } from '@/db/pgErrors'
import {
  beginInScope,
  identity,
  member,
  platform,
  visitor,
  type IdentityLookup,
  type Scope,
} from '@/db/scope'

import { poolOf, testDatabase, type TestDatabase } from './useDatabase'

type Row = Record<string, unknown>

/** Somebody who speaks SQL to the database of this test file, one transaction at a time. */
export interface SqlActor {
  <T>(work: (client: PoolClient) => Promise<T>): Promise<T>
  /** The rows of one statement; committed. */
  rows: <R extends object = Row>(sql: string, values?: unknown[]) => Promise<R[]>
  /** How many rows one statement changed; committed. */
  changes: (sql: string, values?: unknown[]) => Promise<number>
  /** The SQLSTATE that refuses one statement, or `allowed`; rolled back in either case. */
  refusal: (sql: string, values?: unknown[]) => Promise<string>
}

/** As the runtime enters it for somebody in these tenants; signed in when there is a user. */
export const asTenant = (tenants: string | readonly string[], userId?: string): SqlActor => {
  const ids = typeof tenants === 'string' ? [tenants] : tenants
  if (userId === undefined && ids.length < 2) return scoped(visitor(ids[0] ?? null))
  const memberships = ids.map((tenant) => ({ tenant, role: 'editor' as const }))
  return scoped(member(userId ?? '00000000-0000-0000-0000-000000000000', memberships))
}

/** As the runtime enters it to authenticate the account that the lookup names, at a tenant's address or the platform's. */
export const asIdentity = (lookup: IdentityLookup, realm: string | null): SqlActor =>
  scoped(identity(lookup, realm))

export const asPlatform = (): SqlActor => scoped(platform({ actor: 'test', reason: 'test' }))

/** The runtime role without a scope. */
export const asNobody = (): SqlActor => actor(({ runtimeUrl }) => runtimeUrl)

export const asOwner = (): SqlActor => actor(({ ownerUrl }) => ownerUrl)

/** The superuser: sees around everything, for planting and for looking behind the curtain. */
export const asRoot = (): SqlActor => actor(({ superuserUrl }) => superuserUrl)

const scoped = (scope: Scope): SqlActor =>
  actor(({ runtimeUrl }) => runtimeUrl, beginInScope(scope))

function actor(urlOf: (database: TestDatabase) => string, begin = 'begin'): SqlActor {
  const inTransaction = async <T>(
    work: (client: PoolClient) => Promise<T>,
    end: 'commit' | 'rollback' = 'commit',
  ): Promise<T> => {
    const client = await poolOf(urlOf(testDatabase())).connect()
    try {
      await client.query(begin)
      const result = await work(client)
      await client.query(end)
      return result
    } catch (error) {
      await client.query('rollback')
      throw error
    } finally {
      client.release()
    }
  }
  return Object.assign(inTransaction, {
    rows: <R extends object>(sql: string, values?: unknown[]) =>
      inTransaction(async (client) => (await client.query<R>(sql, values)).rows),
    changes: (sql: string, values?: unknown[]) =>
      inTransaction(async (client) => (await client.query(sql, values)).rowCount ?? 0),
    refusal: async (sql: string, values?: unknown[]) => {
      try {
        await inTransaction((client) => client.query(sql, values), 'rollback')
        return 'allowed'
      } catch (error) {
        const fault = databaseFault(error)
        if (!fault) throw error
        return fault.sqlstate
      }
    },
  })
}
