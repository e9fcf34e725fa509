import type { Access, FieldAccess, PayloadRequest, Where } from 'payload'

import { tenantsOf, type Role, type Scope } from '@/db/scope'
import { currentScope } from '@/db/withScope'
import { resolveScope } from '@/tenancy/resolveScope'

/**
 * The vocabulary of access: a rule answers, for the scope of a request, "no", "yes", or "these rows". Which tenant is
 * the database's question, see docs/isolation.md; rules answer which role and which status.
 */
export type Rule = (question: Question) => boolean | Where

export interface Question {
  readonly scope: Scope
  readonly req: PayloadRequest
  readonly data: Readonly<Record<string, unknown>> | undefined
  readonly id: string | undefined
}

/** The scope of a request, for rules and hooks. */
export async function scopeOf(req: PayloadRequest): Promise<Scope | undefined> {
  return currentScope() ?? (await resolveScope(req, req.payload))
}

/** Turns a rule into Payload's access function. Without a scope the answer is no. */
export const allow =
  (rule: Rule): Access =>
  async ({ req, data, id }) => {
    const scope = await scopeOf(req)
    if (!scope) return false
    return rule({
      scope,
      req,
      data: isRecord(data) ? data : undefined,
      id: typeof id === 'string' ? id : undefined,
    })
  }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Yes when one rule says yes; else the rows of all that name rows. */
export const anyOf =
  (...rules: Rule[]): Rule =>
  (question) => {
    const rows: Where[] = []
    for (const rule of rules) {
      const answer = rule(question)
      if (answer === true) return true
      if (answer !== false) rows.push(answer)
    }
    return rows.length === 0 ? false : rows.length === 1 ? (rows[0] ?? false) : { or: rows }
  }

/** No when one rule says no; else the rows that all agree on. */
export const allOf =
  (...rules: Rule[]): Rule =>
  (question) => {
    const rows: Where[] = []
    for (const rule of rules) {
      const answer = rule(question)
      if (answer === false) return false
      if (answer !== true) rows.push(answer)
    }
    return rows.length === 0 ? true : { and: rows }
  }

export const nobody: Rule = () => false

/** For a collection that the server alone writes: who may read it, and nobody may do anything else. */
export const readBy = (rule: Rule): Record<'create' | 'read' | 'update' | 'delete', Access> => ({
  read: allow(rule),
  create: allow(nobody),
  update: allow(nobody),
  delete: allow(nobody),
})

/** Platform staff, at the platform's address or inside one tenant. */
export const platformStaff: Rule = ({ scope }) => isStaff(scope)

/** Platform staff who work in no space: what is everybody's is not changed from inside one. */
export const platformOnly: Rule = ({ scope }) => scope.kind === 'platform'

export function isStaff(scope: Scope): boolean {
  return scope.kind === 'platform' || (scope.kind === 'member' && scope.staff)
}

/** The tenants in which a scope has one of the roles. */
export function tenantsWithRole(scope: Scope, roles: readonly Role[]): string[] {
  if (scope.kind === 'background') return roles.includes('owner') ? [scope.tenant] : []
  if (scope.kind !== 'member') return []
  return scope.memberships.filter(({ role }) => roles.includes(role)).map(({ tenant }) => tenant)
}

/** Owners and editors publish; authors save drafts. */
export const mayPublishIn = (scope: Scope, tenant: string | undefined): boolean =>
  isStaff(scope) || (tenant !== undefined && tenantsWithRole(scope, EDITORS).includes(tenant))

/** Rows of the tenants in which the person has one of these roles, by the field that names the tenant. */
export const hasRole =
  (roles: readonly Role[], field = 'tenant'): Rule =>
  ({ scope }) => {
    if (isStaff(scope)) return true
    const tenants = tenantsWithRole(scope, roles)
    return tenants.length > 0 && { [field]: { in: tenants } }
  }

/**
 * For a field: who has one of these roles where the document is. Without knowing where that is, as in a `where` or when the
 * tenant was not selected, in every tenant of the scope: else a role in one would open the field in all of them.
 */
export const fieldFor =
  (roles: readonly Role[]): FieldAccess =>
  async ({ req, doc, data }) => {
    const scope = await scopeOf(req)
    if (!scope) return false
    if (isStaff(scope)) return true
    const tenants = tenantsWithRole(scope, roles)
    const tenant = idOf(doc?.tenant) ?? idOf(data?.tenant)
    if (tenant !== undefined) return tenants.includes(tenant)
    return tenants.length > 0 && tenantsOf(scope).every((one) => tenants.includes(one))
  }

/** Has one of these roles in the tenant that a new document will belong to. */
export const hasRoleInNew =
  (roles: readonly Role[]): Rule =>
  ({ scope, req, data }) => {
    if (isStaff(scope)) return true
    const tenants = tenantsWithRole(scope, roles)
    // Without data it is the question of the admin panel, whether to offer the button at all.
    const asksForButton = !data || Object.keys(data).length === 0
    const tenant = tenantOfNew(scope, req, data ?? {})
    if (asksForButton && tenant === undefined) return tenants.length > 0
    return tenant !== undefined && tenants.includes(tenant)
  }

/**
 * The tenant of a new document: the only one in scope; else the one that it names; else the one selected in the admin
 * (a cookie, which only chooses among the tenants of the scope).
 */
export function tenantOfNew(
  scope: Scope,
  req: PayloadRequest,
  data: Readonly<Record<string, unknown>>,
): string | undefined {
  const named = idOf(data.tenant)
  if (scope.kind === 'visitor') return scope.tenant ?? undefined
  if (scope.kind === 'background') return scope.tenant
  const selected = /(?:^|;\s*)payload-tenant=([0-9a-f-]{36})/.exec(
    req.headers?.get('cookie') ?? '',
  )?.[1]
  if (scope.kind === 'platform') return named ?? selected
  if (scope.kind !== 'member') return undefined
  const tenants = scope.memberships.map(({ tenant }) => tenant)
  if (named !== undefined) return named
  if (tenants.length === 1) return tenants[0]
  return selected !== undefined && tenants.includes(selected) ? selected : undefined
}

/** The id in a relationship value, populated or not. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return isRecord(value) && typeof value.id === 'string' ? value.id : undefined
}

/** Anybody at a tenant's address, signed in or not. */
export const atTenant: Rule = ({ scope }) =>
  (scope.kind === 'visitor' && scope.tenant !== null) ||
  (scope.kind === 'member' && scope.memberships.length > 0) ||
  scope.kind === 'background' ||
  scope.kind === 'platform'

/** Documents that the public sees: published, and not before their time. */
export const published: Rule = (question) => {
  if (!atTenant(question)) return false
  const notScheduled: Where = { publishedAt: { exists: false } }
  const due: Where = { publishedAt: { less_than_equal: new Date().toISOString() } }
  const live: Where = { _status: { equals: 'published' } }
  return { and: [live, { or: [notScheduled, due] }] }
}

/** What is not in the trash. Payload leaves that out by itself, but not for who asks with `trash=true`. */
export const notTrashed: Rule = () => ({ deletedAt: { exists: false } })

/** Puts something into the trash, and does not delete it for good: Payload asks the rule for deleting with the new data. */
export const trashes: Rule = ({ data }) => data?.deletedAt != null

/** The one document of a preview link: the link is the permission, see `previewToken.ts`. */
export const previewed: Rule = ({ scope }) =>
  scope.kind === 'visitor' && scope.preview !== undefined && { id: { equals: scope.preview } }

/** Documents that the person made and that were never published, where they have one of the roles. */
export const ownDraftsOf =
  (roles: readonly Role[]): Rule =>
  ({ scope }) => {
    const tenants = tenantsWithRole(scope, roles)
    if (scope.kind !== 'member' || tenants.length === 0) return false
    const inTenants: Where = { tenant: { in: tenants } }
    const own: Where = { createdBy: { equals: scope.userId } }
    return { and: [inTenants, own, { _status: { equals: 'draft' } }] }
  }

export const STAFF_ROLES = ['owner', 'editor', 'author', 'viewer'] as const satisfies Role[]
export const EDITORS = ['owner', 'editor'] as const satisfies Role[]
export const OWNERS = ['owner'] as const satisfies Role[]
