import type { CollectionBeforeValidateHook } from 'payload'

import { idOf, isStaff, scopeOf, tenantOfNew } from '@/access/rules'

/** An account that somebody makes inside a space lives in that space. Only platform staff make global accounts. */
export const setRealm: CollectionBeforeValidateHook = async ({ data, operation, req }) => {
  if (!data || operation !== 'create') return data
  const scope = await scopeOf(req)
  if (!scope || isStaff(scope)) return data
  const tenant = tenantOfNew(scope, req, data)
  if (tenant === undefined) return data
  const tenants =
    Array.isArray(data.tenants) && data.tenants.length > 0 ? data.tenants : [{ role: 'viewer' }]
  return {
    ...data,
    tenant,
    tenants: tenants.map((row: Record<string, unknown>) => ({
      ...row,
      tenant: idOf(row.tenant) ?? tenant,
    })),
  }
}
