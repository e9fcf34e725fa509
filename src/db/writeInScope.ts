import type { Payload } from 'payload'
import type { PoolClient } from 'pg'

import { translateFault } from './pgErrors'
import { poolOf } from './poolOf'
import { beginInScope, type Scope } from './scope'

/**
 * SQL of our own that writes, for what Payload would take thousands of calls to do: one transaction in the scope, committed when
 * `work` returns, rolled back when it throws.
 *
 * @throws what `work` throws; what the database refused, translated.
 */
export async function writeInScope<T>(
  payload: Payload,
  scope: Scope,
  collection: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  let client: PoolClient | undefined
  let broken: Error | undefined
  try {
    client = await poolOf(payload).connect()
    await client.query(beginInScope(scope))
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client?.query('rollback').catch((reason: unknown) => {
      broken = reason instanceof Error ? reason : new Error(String(reason))
    })
    throw translateFault(error, { collection, clashes: {} })
  } finally {
    client?.release(broken)
  }
}
