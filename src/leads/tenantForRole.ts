import type { PayloadRequest } from 'payload'

import { isStaff, scopeOf, tenantOfNew, tenantsWithRole } from '@/access/rules'
import type { Role, Scope } from '@/db/scope'
import { member } from '@/db/scope'
import { AtriumError } from '@/errors'

/**
 * The one space that a request is about, for somebody with one of these roles in it, and a scope of that space alone: a person of
 * several never gets leads of two in one answer.
 *
 * @throws AtriumError NOT_SIGNED_IN, FORBIDDEN, BAD_REQUEST when it does not say which of several spaces it means.
 */
export async function tenantForRole(
  req: PayloadRequest,
  roles: readonly Role[],
): Promise<{ tenant: string; scope: Scope }> {
  const scope = await scopeOf(req)
  if (!scope || !req.user) throw new AtriumError('NOT_SIGNED_IN')
  const staff = isStaff(scope)
  if (!staff && tenantsWithRole(scope, roles).length === 0) throw new AtriumError('FORBIDDEN')
  const tenant = tenantOfNew(scope, req, { tenant: req.query?.tenant })
  if (tenant === undefined)
    throw new AtriumError('BAD_REQUEST', {
      message: 'Say which space: use its host, or X-Tenant.',
    })
  if (!staff && !tenantsWithRole(scope, roles).includes(tenant)) throw new AtriumError('FORBIDDEN')
  const role = scope.kind === 'member' ? roleIn(scope, tenant) : 'owner'
  return { tenant, scope: member(req.user.id, [{ tenant, role }], { staff }) }
}

const roleIn = (scope: Extract<Scope, { kind: 'member' }>, tenant: string): Role =>
  scope.memberships.find((one) => one.tenant === tenant)?.role ?? 'owner'
