import type { Payload } from 'payload'
import type { Pool, PoolClient } from 'pg'

import { beginInScope, platform } from './scope'

/**
 * One transaction of SQL in the platform scope: for the few things that Payload's adapter cannot say, such as locks. Every
 * tenant is visible in it, so `reason` says what for.
 */
export async function withPlatformClient<T>(
  payload: Payload,
  reason: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const pool: unknown = Reflect.get(payload.db, 'pool')
  if (typeof pool !== 'object' || pool === null) throw new Error('The database is not connected')
  const client = await (pool as Pool).connect()
  let broken = false
  try {
    await client.query(beginInScope(platform({ actor: 'system', reason })))
    const result = await work(client)
    const { command } = await client.query('commit')
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => (broken = true))
    throw error
  } finally {
    client.release(broken)
  }
}
