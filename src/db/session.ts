import { drizzle, type NodePgDatabase } from '@payloadcms/db-postgres/drizzle/node-postgres'
import type { Pool, PoolClient } from 'pg'

import { AtriumError } from '@/errors'

import { beginInScope, goOnInScope, scopeSettings, type Scope } from './scope'

type Schema = Record<string, unknown>

/** One open transaction: Payload finds `db` in `adapter.sessions`, the rest is ours. */
export interface Session {
  readonly id: string
  readonly db: NodePgDatabase<Schema>
  readonly client: PoolClient
  /** The settings in force, to enter the scope once and to refuse another one. */
  scopeKey: string | undefined
  /** Whether it works in one scope after the other, see inScopes.ts; every other has one scope. */
  readonly sequential: boolean
  /** Committed or rolled back: the connection belongs to somebody else. */
  ended: boolean
  /** Entering the scope, not yet awaited: it is first in the connection's queue, so nothing overtakes it. */
  entering: Promise<unknown>
  /** Payload's type asks for them; commit and rollback are ours and do not use them. */
  readonly resolve: () => Promise<void>
  readonly reject: () => Promise<void>
}

/** drizzle works out the relations of the whole schema each time it is made: once per connection is enough. */
const databases = new WeakMap<PoolClient, { schema: Schema; db: NodePgDatabase<Schema> }>()

function databaseOn(client: PoolClient, schema: Schema, logger: boolean): NodePgDatabase<Schema> {
  const known = databases.get(client)
  if (known?.schema === schema) return known.db
  const db = drizzle({ client, schema, logger })
  databases.set(client, { schema, db })
  return db
}

/** Errors of statements that are not awaited yet are seen when the session ends, not as unhandled rejections. */
const settleLater = (work: Promise<unknown>): Promise<unknown> => {
  work.catch(() => {})
  return work
}

/** A connection for one transaction, which begins when its scope is entered: until then, every table is refused. */
export async function openSession(
  pool: Pool,
  schema: Schema,
  id: string,
  { logger = false, sequential = false } = {},
): Promise<Session> {
  const client = await pool.connect()
  return {
    id,
    client,
    db: databaseOn(client, schema, logger),
    scopeKey: undefined,
    sequential,
    ended: false,
    entering: Promise.resolve(),
    resolve: () => Promise.resolve(),
    reject: () => Promise.resolve(),
  }
}

/**
 * Begins the transaction in a scope, once; of a sequential one, goes on in the next.
 *
 * @throws AtriumError SCOPE_REQUIRED when the transaction already has another scope: statements of both could interleave.
 */
export function enterScope(session: Session, scope: Scope): void {
  const settings = scopeSettings(scope)
  const key = settings.join('|')
  if (session.scopeKey === key) return
  if (session.scopeKey !== undefined && session.sequential) {
    session.scopeKey = key
    session.entering = settleLater(session.client.query(goOnInScope(scope)))
    return
  }
  if (session.scopeKey !== undefined) {
    throw new AtriumError('SCOPE_REQUIRED', {
      internal: 'A transaction has one scope. Call without `req`, or outside of the transaction.',
    })
  }
  session.scopeKey = key
  session.entering = settleLater(session.client.query(beginInScope(scope)))
}

/**
 * Commits, and gives the connection back.
 *
 * @throws the database's error, and when the server answered ROLLBACK to COMMIT, which it does after a failed statement.
 */
export async function commitSession(session: Session): Promise<void> {
  let fault: Error | undefined
  session.ended = true
  try {
    await session.entering
    const { command } = await session.client.query('commit')
    if (command !== 'COMMIT')
      throw new AtriumError('INTERNAL', { internal: 'The transaction was rolled back' })
  } catch (error) {
    fault = error instanceof Error ? error : new Error(String(error))
    throw fault
  } finally {
    release(session.client, fault)
  }
}

/** Ends a transaction that only read. The answer does not wait for it; the connection does. */
export function endRead(session: Session): void {
  session.ended = true
  session.client.query('commit').then(
    () => release(session.client),
    (error: unknown) =>
      release(session.client, error instanceof Error ? error : new Error(String(error))),
  )
}

/** Rolls back and gives the connection back; a connection that cannot even do that is closed. */
export async function rollbackSession(session: Session): Promise<void> {
  session.ended = true
  try {
    await session.client.query('rollback')
    release(session.client)
  } catch (error) {
    release(session.client, error instanceof Error ? error : new Error(String(error)))
  }
}

/** An error of a statement (it has an SQLSTATE) leaves the connection usable; any other does not. */
function release(client: PoolClient, fault?: Error): void {
  const broken = fault !== undefined && !('severity' in fault) && !(fault instanceof AtriumError)
  client.release(broken ? fault : undefined)
}
