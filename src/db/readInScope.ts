import type { Payload } from 'payload'
import type { PoolClient } from 'pg'

import { translateFault } from './pgErrors'
import { poolOf } from './poolOf'
import { beginInScope, type Scope } from './scope'

const NOBODY = { collection: undefined, clashes: {} }

/**
 * SQL of our own, for what Payload's queries cannot say: one transaction in the scope, rolled back at its end, so that nothing
 * in it can write.
 *
 * @throws AtriumError what the database refused, translated.
 */
export async function readInScope<T>(
  payload: Payload,
  scope: Scope,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  let client: PoolClient | undefined
  let broken: Error | undefined
  try {
    client = await poolOf(payload).connect()
    await client.query(beginInScope(scope))
    return await work(client)
  } catch (error) {
    throw translateFault(error, NOBODY)
  } finally {
    await client?.query('rollback').catch((error: unknown) => {
      broken = error instanceof Error ? error : new Error(String(error))
    })
    client?.release(broken)
  }
}
