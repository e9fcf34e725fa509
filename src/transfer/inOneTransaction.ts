import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'
import type { PayloadRequest } from 'payload'

import { queryInTransaction } from '@/db/inTransaction'
import type { Scope } from '@/db/scope'
import { withScope } from '@/db/withScope'
import { AtriumError } from '@/errors'

/** Until then nobody else saves a page in this space, and a proxy waits. */
const MAX_SECONDS = 240

/** A request of the same person for the Local API, with no transaction, file or parameters of the one that came in. */
export const requestOf = ({ headers, payload, user }: PayloadRequest): Promise<PayloadRequest> =>
  createLocalReq({ req: { headers }, user: user ?? undefined }, payload)

/**
 * Imports something into a space in one transaction, as the only import of the space at the time. What `work` throws leaves
 * nothing behind.
 *
 * @param work is given what it has to call before each document, and which throws TOO_LARGE when it takes too long
 * @throws AtriumError CONFLICT while another import is at work there.
 */
export async function inOneTransaction<T>(
  req: PayloadRequest,
  { scope, tenant }: { scope: Scope; tenant: string },
  work: (assertTime: () => void) => Promise<T>,
): Promise<T> {
  const until = Date.now() + MAX_SECONDS * 1000
  const assertTime = () => {
    if (Date.now() < until) return
    throw new AtriumError('TOO_LARGE', {
      message: 'This import takes too long, so nothing was imported. Split the file.',
    })
  }
  return withScope(scope, async () => {
    await initTransaction(req)
    try {
      const [lock] = await queryInTransaction<{ free: boolean }>(
        req,
        scope,
        `select pg_try_advisory_xact_lock(hashtextextended('import:' || $1, 0)) as free`,
        [tenant],
      )
      if (!lock?.free) {
        throw new AtriumError('CONFLICT', {
          message: 'Another import is at work in this space. Try again when it is done.',
        })
      }
      const result = await work(assertTime)
      await commitTransaction(req)
      return result
    } catch (error) {
      await killTransaction(req)
      throw error
    }
  })
}
