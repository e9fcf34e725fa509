import type { PayloadRequest } from 'payload'

import { member, type Role, type Scope } from '@/db/scope'
import { AtriumError } from '@/errors'

import { isStaff, scopeOf, tenantOfNew, tenantsWithRole } from './rules'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * The one space that a request is about, for somebody with one of these roles in it, and a scope of that space alone: a person of
 * several never gets rows of two in one answer.
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
  if (tenant === undefined || !UUID.test(tenant)) {
    throw new AtriumError('BAD_REQUEST', {
      message: 'Say which space: at its own address, or with the header X-Tenant.',
    })
  }
  if (!staff && !tenantsWithRole(scope, roles).includes(tenant)) throw new AtriumError('FORBIDDEN')
  // Staff who work inside one space name no other.
  if (scope.kind === 'member' && !scope.memberships.some((one) => one.tenant === tenant))
    throw new AtriumError('FORBIDDEN')
  const role = scope.kind === 'member' ? roleIn(scope, tenant) : 'owner'
  return { tenant, scope: member(req.user.id, [{ tenant, role }], { staff }) }
}

const roleIn = (scope: Extract<Scope, { kind: 'member' }>, tenant: string): Role =>
  scope.memberships.find((one) => one.tenant === tenant)?.role ?? 'owner'
