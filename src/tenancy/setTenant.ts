import type { CollectionBeforeValidateHook } from 'payload'

import { idOf, scopeOf, tenantOfNew } from '@/access/rules'
import { AtriumError } from '@/errors'

/** Gives a new document its tenant, and refuses to move an existing one: the database would, too. */
export const setTenant: CollectionBeforeValidateHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!data) return data
  if (operation === 'update') {
    const before = idOf(originalDoc?.tenant)
    const after = idOf(data.tenant)
    if (before !== undefined && after !== undefined && before !== after) {
      throw new AtriumError('NOT_FOUND', { internal: 'A document does not move to another tenant' })
    }
    return before === undefined ? data : { ...data, tenant: before }
  }
  const scope = await scopeOf(req)
  const tenant = scope && tenantOfNew(scope, req, data)
  return tenant === undefined ? data : { ...data, tenant }
}
