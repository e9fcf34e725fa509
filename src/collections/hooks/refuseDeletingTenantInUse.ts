import type { CollectionBeforeDeleteHook } from 'payload'

import { AtriumError } from '@/errors'
import { isolationOf } from '@/tenancy/collectionKinds'

/**
 * A tenant that still has rows is not deleted: 409, with what blocks it and how many. The foreign keys would refuse it as
 * well; this says why. Sequential: the counts share the transaction's one connection.
 */
export const refuseDeletingTenantInUse: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const blocking: { collection: string; count: number }[] = []
  for (const { slug, custom } of req.payload.config.collections) {
    const isolation = isolationOf({ custom })?.isolation
    if (isolation !== 'tenant' && isolation !== 'identity') continue
    const { totalDocs } = await req.payload.db.count({
      collection: slug,
      req,
      where:
        isolation === 'identity'
          ? { or: [{ tenant: { equals: id } }, { 'tenants.tenant': { equals: id } }] }
          : { tenant: { equals: id } },
    })
    if (totalDocs > 0) blocking.push({ collection: slug, count: totalDocs })
  }
  if (blocking.length === 0) return
  const list = blocking.map(({ collection, count }) => `${count} ${collection}`).join(', ')
  throw new AtriumError('IN_USE', {
    message: `This space still has ${list}. Remove them first.`,
    details: { blocking },
  })
}
