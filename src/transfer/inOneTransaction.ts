import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'
import type { PayloadRequest } from 'payload'

import { queryInTransaction } from '@/db/inTransaction'
import type { Scope } from '@/db/scope'
import { withScope } from '@/db/withScope'
import { AtriumError } from '@/errors'

/** A request of the same person for the Local API, with no transaction, file or parameters of the one that came in. */
export const requestOf = ({ headers, payload, user }: PayloadRequest): Promise<PayloadRequest> =>
  createLocalReq({ req: { headers }, user: user ?? undefined }, payload)

/**
 * Imports something into a space in one transaction, as the only import of the space at the time. What `work` throws leaves
 * nothing behind.
 *
 * @throws AtriumError CONFLICT while another import is at work there.
 */
export async function inOneTransaction<T>(
  req: PayloadRequest,
  { scope, tenant }: { scope: Scope; tenant: string },
  work: () => Promise<T>,
): Promise<T> {
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
      const result = await work()
      await commitTransaction(req)
      return result
    } catch (error) {
      await killTransaction(req)
      throw error
    }
  })
}
