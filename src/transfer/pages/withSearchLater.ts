import { queryInTransaction } from '@/db/inTransaction'

import type { Asker } from './loadContents'

/**
 * Runs `work`, which writes many pages of a space in the open transaction, and tells the search of each of them once, at its end. What
 * fails ends the transaction, and with it what was not told.
 */
export async function withSearchLater<T>(
  { req, scope, tenant }: Asker,
  work: () => Promise<T>,
): Promise<T> {
  await queryInTransaction(req, scope, `select set_config('atrium.search_later', 'on', true)`, [])
  const result = await work()
  await queryInTransaction(req, scope, 'select atrium_search_written($1)', [tenant])
  return result
}
