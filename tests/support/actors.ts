import { member, platform, visitor, type Scope } from '@/db/scope'
import { withScope } from '@/db/withScope'
import type { Tenant, User } from '@/payload-types'
import { membershipsOf } from '@/tenancy/resolveScope'

/** Nobody's account: staff need none to be in scope. */
const STAFF = '00000000-0000-7000-8000-000000000000'

/** Somebody in whose scope the Local API is called. */
export type Actor = <T>(work: () => Promise<T>) => Promise<T>

const inScope =
  (scope: Scope): Actor =>
  (work) =>
    withScope(scope, work)

/** Somebody who is not signed in, at a tenant's address. */
export const asVisitor = (tenant: Pick<Tenant, 'id'>): Actor => inScope(visitor(tenant.id))

/** A signed-in person, with all memberships. */
export const asMember = (user: Pick<User, 'id' | 'tenants'>): Actor =>
  inScope(member(user.id, membershipsOf(user)))

/** Platform staff who work inside one tenant. */
export const asStaffIn = (tenant: Pick<Tenant, 'id'>): Actor =>
  inScope(member(STAFF, [{ tenant: tenant.id, role: 'owner' }], { staff: true }))

export const asPlatform = (): Actor => inScope(platform({ actor: 'test', reason: 'test' }))
