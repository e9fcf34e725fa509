import { executeAuthStrategies, type Payload, type PayloadRequest } from 'payload'

import { member, platform, visitor, type Membership, type Role, type Scope } from '@/db/scope'
import { AtriumError } from '@/errors'
import type { User } from '@/payload-types'
import { processWide } from '@/processWide'

import { normalizeHost, placeOf } from './host'
import { assertAuthenticated } from './outages'
import {
  loadTenantSummaries,
  resolveTenantByHost,
  resolveTenantBySlug,
  type TenantSummary,
} from './resolveTenant'

/** Who asks, where, and what that lets them see. One per request. */
export interface RequestContext {
  /** The tenant that the request means; null at the platform's address without a header. */
  readonly tenant: TenantSummary | null
  readonly user: User | null
  readonly scope: Scope
  /** Memberships that do not count now because the tenant is suspended. */
  readonly suspended: readonly TenantSummary[]
}

/** What a request says about the tenant it means. */
export interface Meant {
  readonly tenant: TenantSummary | null
  readonly by: 'host' | 'header' | 'nothing'
}

/**
 * The tenant that a request means: the host's, else the one named by `X-Tenant`.
 *
 * @throws AtriumError NOT_FOUND for a host or a slug that is nobody's, TENANT_MISMATCH when host and header disagree.
 */
export async function resolveMeantTenant(payload: Payload, headers: Headers): Promise<Meant> {
  const host = normalizeHost(headers.get('host'))
  const place = placeOf(host)
  const slug = headers.get('x-tenant')?.trim().toLowerCase() || undefined
  if (place.kind !== 'platform') {
    const tenant = await resolveTenantByHost(payload, host)
    if (!tenant) throw new AtriumError('NOT_FOUND')
    if (slug !== undefined && slug !== tenant.slug) throw new AtriumError('TENANT_MISMATCH')
    return { tenant, by: 'host' }
  }
  if (slug === undefined) return { tenant: null, by: 'nothing' }
  const tenant = await resolveTenantBySlug(payload, slug)
  if (!tenant) throw new AtriumError('NOT_FOUND')
  return { tenant, by: 'header' }
}

/** The scope of somebody at a place. Membership, activity and suspension are read anew for each request. */
export async function resolveContext(
  payload: Payload,
  meant: Meant,
  user: User | null,
): Promise<RequestContext> {
  const { tenant } = meant
  // A space that is suspended shows strangers nothing, over the API as on its site.
  const stranger = visitor(tenant?.status === 'active' ? tenant.id : null)
  if (!user || user.isActive === false) {
    return { tenant, user: null, scope: stranger, suspended: [] }
  }
  if (user.platformRole === 'platform-admin') {
    const scope = tenant
      ? member(user.id, [{ tenant: tenant.id, role: 'owner' }], { staff: true })
      : platform({ actor: user.id, reason: 'platform staff' })
    return { tenant, user, scope, suspended: [] }
  }
  const all = membershipsOf(user)
  const mine = tenant ? all.filter((membership) => membership.tenant === tenant.id) : all
  if (tenant && mine.length === 0) {
    if (meant.by === 'header') throw new AtriumError('TENANT_MISMATCH')
    // Signed in somewhere else: at this address the person is a visitor like any other.
    return { tenant, user: null, scope: stranger, suspended: [] }
  }
  const summaries = await loadTenantSummaries(
    payload,
    mine.map((membership) => membership.tenant),
  )
  const active = new Set(summaries.filter(({ status }) => status === 'active').map(({ id }) => id))
  return {
    tenant,
    user,
    scope: member(
      user.id,
      mine.filter((membership) => active.has(membership.tenant)),
    ),
    suspended: summaries.filter(({ status }) => status === 'suspended'),
  }
}

const contexts = processWide('contexts', () => new WeakMap<Headers, Promise<RequestContext>>())

/** The context of a request, worked out once for its headers. */
export function contextOf(payload: Payload, headers: Headers): Promise<RequestContext> {
  let context = contexts.get(headers)
  if (!context) {
    context = (async () => {
      const meant = await resolveMeantTenant(payload, headers)
      // Not payload.auth(), which also works out every permission, for which it would ask for this very context.
      const { user } = await executeAuthStrategies({ headers, payload })
      if (!user) assertAuthenticated(headers)
      return resolveContext(payload, meant, user as User | null)
    })()
    contexts.set(headers, context)
  }
  return context
}

/** The scope of an adapter call that has no explicit one: from its request, or from the Next request in progress. */
export async function resolveScope(
  req: Partial<PayloadRequest> | undefined,
  payload: Payload,
): Promise<Scope | undefined> {
  const headers = requestHeaders(req) ?? (await nextHeaders())
  return headers ? (await contextOf(payload, headers)).scope : undefined
}

function requestHeaders(req: Partial<PayloadRequest> | undefined): Headers | undefined {
  const headers = req?.headers
  return headers instanceof Headers && headers.has('host') ? headers : undefined
}

/** Admin pages and server functions make calls without a `req`; Next knows the request that is being rendered. */
async function nextHeaders(): Promise<Headers | undefined> {
  try {
    const { headers } = await import('next/headers')
    return await headers()
  } catch {
    return undefined
  }
}

const ROLES: readonly Role[] = ['owner', 'editor', 'author', 'viewer', 'member']

/** The memberships of an account, whether its tenants are populated or not. */
export function membershipsOf(user: Pick<User, 'tenants'>): Membership[] {
  return (user.tenants ?? []).flatMap(({ tenant, role }) => {
    const id = typeof tenant === 'object' ? tenant.id : tenant
    return ROLES.includes(role) ? [{ tenant: id, role }] : []
  })
}
