import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import type { PoolClient } from 'pg'

import { transactionsOf } from './afterCommit'
import { inSavepoint } from './inSavepoint'
import type { Scope } from './scope'
import { withScope } from './withScope'

/** One transaction that works in one scope after the other, and never in two at a time. */
export interface ScopesTransaction {
  /** A request for the Local API in this transaction. */
  readonly req: PayloadRequest
  /** Goes on in a scope. What is asked of the database in `work`, over the client or the Local API, sees what the scope allows. */
  readonly inScope: <T>(scope: Scope, work: (client: PoolClient) => Promise<T>) => Promise<T>
  /** As `inScope`, as a part of the transaction that may fail alone. */
  readonly part: <T>(scope: Scope, work: (client: PoolClient) => Promise<T>) => Promise<T>
}

/**
 * Writes for several tenants, all of it or nothing, without a scope that would see them all: for imports, which have to keep how far
 * they are together with what they wrote. Everything in it has to be awaited before the next scope.
 *
 * @throws what `work` throws; then nothing is written.
 */
export async function inScopes<T>(
  payload: Payload,
  work: (transaction: ScopesTransaction) => Promise<T>,
): Promise<T> {
  const transactions = transactionsOf.get(payload.db)
  if (!transactions) throw new Error('The database is not connected')
  const id = transactions.begin({ sequential: true })
  const req = await createLocalReq({}, payload)
  req.transactionID = id
  const inScope: ScopesTransaction['inScope'] = (scope, part) =>
    withScope(scope, async () => part((await transactions.enter(id, scope)).client))
  const part: ScopesTransaction['part'] = (scope, work) =>
    inScope(scope, (client) => inSavepoint(req, scope, () => work(client)))
  try {
    const result = await work({ req, inScope, part })
    await transactions.commit(id)
    return result
  } catch (error) {
    await transactions.rollback(id)
    throw error
  }
}
