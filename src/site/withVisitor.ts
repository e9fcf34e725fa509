import config from '@payload-config'
import {
  commitTransaction,
  createLocalReq,
  getPayload,
  initTransaction,
  killTransaction,
  type PayloadRequest,
} from 'payload'

import { visitor } from '@/db/scope'
import { withScope } from '@/db/withScope'

/**
 * Runs the reads of one page in one transaction, as a visitor of one tenant, who may hold a preview link. Nothing in it may
 * outlive it.
 */
export async function withVisitor<T>(
  tenant: string,
  work: (req: PayloadRequest) => Promise<T>,
  link: Parameters<typeof visitor>[1] = {},
): Promise<T> {
  const payload = await getPayload({ config })
  return withScope(visitor(tenant, link), async () => {
    const req = await createLocalReq({}, payload)
    await initTransaction(req)
    try {
      const result = await work(req)
      await commitTransaction(req)
      return result
    } catch (error) {
      await killTransaction(req)
      throw error
    }
  })
}
