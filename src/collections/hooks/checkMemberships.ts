import { ValidationError, type CollectionBeforeChangeHook } from 'payload'

import { idOf, isStaff, OWNERS, scopeOf, tenantsWithRole } from '@/access/rules'
import { membershipsOf } from '@/tenancy/resolveScope'

const refuse = (message: string): never => {
  throw new ValidationError({ collection: 'users', errors: [{ path: 'tenants', message }] })
}

const keyed = (rows: readonly { tenant: string; role: string }[]) =>
  new Map(rows.map(({ tenant, role }) => [tenant, role]))

/**
 * Memberships change only in spaces where the person who changes them is owner, never one's own, and an account that
 * lives in a space has no membership elsewhere.
 */
export const checkMemberships: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const rows = Array.isArray(data.tenants) ? membershipsOf({ tenants: data.tenants }) : undefined
  if (!rows) return data
  const realm = idOf(data.tenant) ?? idOf(originalDoc?.tenant)
  if (realm !== undefined && rows.some(({ tenant }) => tenant !== realm)) {
    refuse('An account that lives in one space has no role in another.')
  }
  if (new Set(rows.map(({ tenant }) => tenant)).size !== rows.length) {
    refuse('A person has one role in each space.')
  }
  const scope = await scopeOf(req)
  if (!scope || isStaff(scope) || scope.kind === 'identity') return data
  const before = keyed(originalDoc ? membershipsOf(originalDoc) : [])
  const after = keyed(rows)
  const owned = tenantsWithRole(scope, OWNERS)
  for (const tenant of new Set([...before.keys(), ...after.keys()])) {
    if (before.get(tenant) === after.get(tenant)) continue
    if (!owned.includes(tenant)) refuse('Only an owner of the space gives and takes roles in it.')
    if (scope.kind === 'member' && scope.userId === originalDoc?.id) {
      refuse('Nobody changes their own role.')
    }
  }
  return data
}
