import { createLocalReq, type Payload } from 'payload'

import { EDITORS, idOf, isStaff, STAFF_ROLES, tenantsWithRole } from '@/access/rules'
import type { Role, Scope } from '@/db/scope'
import { withScope } from '@/db/withScope'
import { AtriumError } from '@/errors'
import type { User } from '@/payload-types'
import { membershipsOf, resolveContext } from '@/tenancy/resolveScope'
import { loadTenantSummaries, type TenantSummary } from '@/tenancy/resolveTenant'

/** Who copies, and what the address of the request lets them see. */
export interface Caller {
  readonly user: User
  readonly scope: Scope
}

/** One of the two spaces, and the scope of the caller in it: that space's rows alone. */
export interface End {
  readonly tenant: TenantSummary
  readonly scope: Scope
}

/**
 * Where pages are copied from and to. The caller works in the source, and writes in the target, by the memberships of now; the
 * address of the request decides about the source only: a copy leads out of it, never in.
 *
 * @throws AtriumError NOT_FOUND for what the caller does not see, FORBIDDEN where the role is not enough, BAD_REQUEST for pages of
 * several spaces, TENANT_SUSPENDED.
 */
export async function resolveEnds(
  payload: Payload,
  caller: Caller,
  { pages, to }: { pages: readonly string[]; to: string },
): Promise<{ source: End; target: End }> {
  const from = await tenantOf(payload, caller, pages)
  const [source, target] = [
    await resolveEnd(payload, caller.user, from, STAFF_ROLES),
    await resolveEnd(payload, caller.user, to, EDITORS),
  ]
  if (from === to) {
    throw new AtriumError('BAD_REQUEST', {
      message: 'Choose another space. Inside of one, duplicate the page.',
    })
  }
  return { source, target }
}

/** The space of the pages, as the caller sees them. */
async function tenantOf(
  payload: Payload,
  { user, scope }: Caller,
  pages: readonly string[],
): Promise<string> {
  const ids = [...new Set(pages)]
  const found = await withScope(scope, async () => {
    const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
    const { docs } = await payload.find({
      collection: 'pages',
      depth: 0,
      draft: true,
      overrideAccess: false,
      pagination: false,
      req,
      select: { tenant: true },
      where: { id: { in: ids } },
    })
    return docs
  })
  if (found.length !== ids.length) throw new AtriumError('NOT_FOUND')
  const tenants = new Set(found.map(({ tenant }) => idOf(tenant)))
  const [tenant] = tenants
  if (tenant === undefined) throw new AtriumError('NOT_FOUND')
  if (tenants.size > 1) {
    throw new AtriumError('BAD_REQUEST', { message: 'Copy the pages of one space at a time.' })
  }
  return tenant
}

async function resolveEnd(
  payload: Payload,
  user: User,
  id: string,
  roles: readonly Role[],
): Promise<End> {
  const [tenant] = await loadTenantSummaries(payload, [id])
  // An account that lives in a space does not exist in another one.
  const home = idOf(user.tenant)
  if (!tenant || (home !== undefined && home !== id)) throw new AtriumError('NOT_FOUND')
  const { scope } = await resolveContext(payload, { tenant, by: 'host' }, user)
  if (isStaff(scope)) return { tenant, scope }
  const mine = membershipsOf(user).find((membership) => membership.tenant === id)
  if (!mine || mine.role === 'member') throw new AtriumError('NOT_FOUND')
  if (tenant.status !== 'active') throw new AtriumError('TENANT_SUSPENDED')
  if (!tenantsWithRole(scope, roles).includes(id)) throw new AtriumError('FORBIDDEN')
  return { tenant, scope }
}
