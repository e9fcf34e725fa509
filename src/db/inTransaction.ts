import type { PayloadRequest } from 'payload'
import type { QueryResultRow } from 'pg'

import { transactionsOf } from './afterCommit'
import { translateFault } from './pgErrors'
import type { Scope } from './scope'

/**
 * A statement of our own in the transaction that a hook works in, and in its scope.
 *
 * @throws AtriumError what the database refused, translated; it ends the transaction, as everywhere.
 */
export async function queryInTransaction<R extends QueryResultRow>(
  req: PayloadRequest,
  scope: Scope,
  text: string,
  values: unknown[],
): Promise<R[]> {
  const transactions = transactionsOf.get(req.payload.db)
  const id: unknown = await req.transactionID
  if (!transactions?.has(id)) throw new Error('There is no transaction to work in')
  const session = await transactions.enter(id, scope)
  try {
    return (await session.client.query<R>(text, values)).rows
  } catch (error) {
    throw transactions.fail(id, translateFault(error, { collection: undefined, clashes: {} }))
  }
}
