import type { PayloadRequest } from 'payload'

import { isStaff, scopeOf, tenantOfNew, tenantsWithRole } from '@/access/rules'
import type { Role, Scope } from '@/db/scope'
import { AtriumError } from '@/errors'

/**
 * The one space that a request is about, for somebody with one of the roles in it.
 *
 * @throws AtriumError NOT_SIGNED_IN, FORBIDDEN, or BAD_REQUEST when it could be several.
 */
export async function spaceOf(
  req: PayloadRequest,
  roles: readonly Role[],
): Promise<{ scope: Scope; tenant: string }> {
  const scope = await scopeOf(req)
  if (!scope || !req.user) throw new AtriumError('NOT_SIGNED_IN')
  const tenant = tenantOfNew(scope, req, { tenant: req.searchParams?.get('tenant') ?? undefined })
  if (!isStaff(scope) && tenantsWithRole(scope, roles).length === 0)
    throw new AtriumError('FORBIDDEN')
  if (tenant === undefined) {
    throw new AtriumError('BAD_REQUEST', {
      message: 'Say which space: at its own address, or with the header X-Tenant.',
    })
  }
  if (!isStaff(scope) && !tenantsWithRole(scope, roles).includes(tenant))
    throw new AtriumError('FORBIDDEN')
  return { scope, tenant }
}
