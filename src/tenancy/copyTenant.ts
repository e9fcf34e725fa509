import type { CollectionBeforeOperationHook } from 'payload'

import { idOf } from '@/access/rules'

/**
 * A copy is made in the tenant of its original, whatever is selected in the admin. Said before Payload (3.90) asks whether the
 * caller may create, which otherwise is asked of nowhere in particular.
 */
export const copyTenant: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  const original: unknown = 'duplicateFromID' in args ? args.duplicateFromID : undefined
  if (operation !== 'create' || !('data' in args) || typeof original !== 'string') return args
  const found = await req.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: collection.slug,
    req,
    where: { id: { equals: original } },
    select: { tenant: true },
  })
  const tenant = idOf(found?.tenant)
  // Of what is not visible there is no copy: Payload says so itself.
  return tenant === undefined ? args : { ...args, data: { ...args.data, tenant } }
}
