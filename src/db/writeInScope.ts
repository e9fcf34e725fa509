import type { Payload } from 'payload'
import type { PoolClient } from 'pg'

import { translateFault } from './pgErrors'
import type { Scope } from './scope'
import { withScopeClient } from './withScopeClient'

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
  try {
    return await withScopeClient(payload, scope, work)
  } catch (error) {
    throw translateFault(error, { collection, clashes: {} })
  }
}
