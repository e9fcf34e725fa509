import type { PayloadRequest } from 'payload'

import { processWide } from '@/processWide'

import type { Transactions } from './transactions'

/** The transactions of each adapter, for {@link afterCommit}. */
export const transactionsOf = processWide('transactions', () => new WeakMap<object, Transactions>())

/**
 * Runs `callback` once the transaction of `req` is committed; never when it is rolled back. Without an open transaction
 * it runs at once: what it follows is committed already. A failing callback is logged and does not undo anything.
 */
export async function afterCommit(
  req: PayloadRequest,
  callback: () => Promise<void> | void,
): Promise<void> {
  const guarded = async () => {
    try {
      await callback()
    } catch (err) {
      req.payload.logger.error({ err, msg: 'After commit' })
    }
  }
  const id: unknown = await req.transactionID
  const waits = transactionsOf.get(req.payload.db)?.afterCommit(id, guarded) ?? false
  if (!waits) await guarded()
}
