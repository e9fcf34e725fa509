import type { PayloadRequest } from 'payload'

import { transactionsOf } from './afterCommit'
import type { Scope } from './scope'

/**
 * Runs Payload's operations as a part of the open transaction of `req` that may fail alone: what they wrote, and what waits for the
 * commit because of them, is gone then, and the transaction goes on. Operations outside of it must not run at the same time.
 *
 * @throws what `work` throws.
 */
export async function inSavepoint<T>(
  req: PayloadRequest,
  scope: Scope,
  work: () => Promise<T>,
): Promise<T> {
  const transactions = transactionsOf.get(req.payload.db)
  const id: unknown = await req.transactionID
  if (!transactions?.has(id)) throw new Error('There is no transaction to work in')
  try {
    return await transactions.part(id, scope, work)
  } finally {
    // Payload takes it from the request when something fails (3.90, killTransaction).
    req.transactionID = id
  }
}
