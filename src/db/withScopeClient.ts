import type { PoolClient } from 'pg'

import { type Connected, poolOf } from './poolOf'
import { beginInScope, type Scope } from './scope'

/**
 * One transaction of SQL in a scope, for what Payload's adapter cannot say, such as groups and locks. Policies hold in it as
 * in every other: it sees the rows of the scope.
 */
export async function withScopeClient<T>(
  connected: Connected,
  scope: Scope,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await poolOf(connected).connect()
  let broken = false
  try {
    await client.query(beginInScope(scope))
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
