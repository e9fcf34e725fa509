import type { PayloadRequest } from 'payload'

import { isStaff, scopeOf, tenantOfNew, tenantsWithRole } from '@/access/rules'
import { isId, member, type MemberScope, type Role, type Scope } from '@/db/scope'
import { AtriumError } from '@/errors'

/**
 * The one space that a request is about (its own, or `?tenant=`), for somebody with one of these roles in it, and a scope of that
 * space alone: a person of several never gets rows of two in one answer.
 *
 * @throws AtriumError NOT_SIGNED_IN, FORBIDDEN, BAD_REQUEST when it does not say which of several spaces it means.
 */
export async function resolveSpace(
  req: PayloadRequest,
  roles: readonly Role[],
): Promise<{ tenant: string; scope: MemberScope }> {
  const scope = await scopeOf(req)
  if (!scope || !req.user) throw new AtriumError('NOT_SIGNED_IN')
  const staff = isStaff(scope)
  if (!staff && tenantsWithRole(scope, roles).length === 0) throw new AtriumError('FORBIDDEN')
  const tenant = tenantOfNew(scope, req, { tenant: req.query?.tenant })
  if (tenant === undefined || !isId(tenant))
    throw new AtriumError('BAD_REQUEST', {
      message: 'Say which space: at its own address, or with the header X-Tenant.',
    })
  if (!staff && !tenantsWithRole(scope, roles).includes(tenant)) throw new AtriumError('FORBIDDEN')
  // Staff who work inside one space name no other.
  if (scope.kind === 'member' && !scope.memberships.some((one) => one.tenant === tenant))
    throw new AtriumError('FORBIDDEN')
  return {
    tenant,
    scope: member(req.user.id, [{ tenant, role: roleIn(scope, tenant) }], { staff }),
  }
}

const roleIn = (scope: Scope, tenant: string): Role => {
  const memberships = scope.kind === 'member' ? scope.memberships : []
  return memberships.find((one) => one.tenant === tenant)?.role ?? 'owner'
}
