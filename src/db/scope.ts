import { escapeLiteral } from 'pg'

import { AtriumError } from '@/errors'

/**
 * What a transaction may see. A scope is made here and nowhere else, is entered by one statement, and lasts as long as
 * the transaction: nothing is ever set on a session, which is what makes transaction pooling safe.
 */

export type Role = 'owner' | 'editor' | 'author' | 'viewer' | 'member'

export interface Membership {
  readonly tenant: string
  readonly role: Role
}

/** Somebody who is not signed in, at one tenant's address, or (tenant `null`) at the platform's. */
export interface VisitorScope {
  readonly kind: 'visitor'
  readonly tenant: string | null
  /** The page whose draft a preview link shows its holder. */
  readonly preview?: string
}

/** A signed-in person, with the memberships that count for this request. */
export interface MemberScope {
  readonly kind: 'member'
  readonly userId: string
  readonly memberships: readonly Membership[]
  /** Platform staff who work inside one tenant: staff rights, that tenant's rows. */
  readonly staff: boolean
}

/** Somebody who is being authenticated: sees the one account that the lookup names, within the realm. */
export interface IdentityScope {
  readonly kind: 'identity'
  readonly lookup: string
  /** The tenant at whose address it happens; `null` at the platform's, where only global accounts exist. */
  readonly realm: string | null
}

/** Work of the application itself inside one tenant, on nobody's behalf: what an owner may, and that tenant's rows. */
export interface BackgroundScope {
  readonly kind: 'background'
  readonly tenant: string
  readonly reason: string
}

/** Platform staff, and named background work. Sees every tenant; the reason is for the log. */
export interface PlatformScope {
  readonly kind: 'platform'
  readonly actor: string
  readonly reason: string
}

export type Scope = VisitorScope | MemberScope | IdentityScope | BackgroundScope | PlatformScope

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether text is an id as a scope takes it. */
export const isId = (text: string): boolean => UUID.test(text)

/** Ids go into a setting that policies cast: what is no UUID is a bug of ours, and is refused before it gets there. */
function assertId(id: string): string {
  if (!isId(id)) throw new TypeError('A scope takes UUIDs only')
  return id
}

export function visitor(
  tenant: string | null,
  { preview }: Pick<VisitorScope, 'preview'> = {},
): VisitorScope {
  return { kind: 'visitor', tenant: tenant === null ? null : assertId(tenant), preview }
}

export function member(
  userId: string,
  memberships: readonly Membership[],
  { staff = false } = {},
): MemberScope {
  for (const { tenant } of memberships) assertId(tenant)
  return { kind: 'member', userId: assertId(userId), memberships, staff }
}

/** The ways to name the account that is being authenticated. */
export type IdentityLookup =
  | { readonly id: string }
  | { readonly email: string }
  | { readonly apiKeyIndex: string }
  | { readonly resetToken: string }
  | { readonly verificationToken: string }

/** PostgreSQL has no U+0000 in text, and so no account has it. */
function plain(text: string): string {
  if (text.includes('\u0000')) throw new AtriumError('BAD_REQUEST')
  return text
}

/** The column of `users` that a lookup reads, as the policy on `users` knows it. */
function lookupSetting(lookup: IdentityLookup): string {
  if ('id' in lookup) return `id:${assertId(lookup.id)}`
  if ('email' in lookup) return `email:${lookup.email.trim().toLowerCase()}`
  if ('apiKeyIndex' in lookup) return `api-key:${lookup.apiKeyIndex}`
  if ('resetToken' in lookup) return `reset:${lookup.resetToken}`
  return `verify:${lookup.verificationToken}`
}

export function identity(lookup: IdentityLookup, realm: string | null): IdentityScope {
  return {
    kind: 'identity',
    lookup: plain(lookupSetting(lookup)),
    realm: realm === null ? null : assertId(realm),
  }
}

export function background(tenant: string, reason: string): BackgroundScope {
  return { kind: 'background', tenant: assertId(tenant), reason }
}

export function platform({ actor, reason }: { actor: string; reason: string }): PlatformScope {
  return { kind: 'platform', actor, reason }
}

/** The tenants whose rows a scope sees; a platform scope sees all and needs no list. */
export function tenantsOf(scope: Scope): readonly string[] {
  switch (scope.kind) {
    case 'visitor':
      return scope.tenant === null ? [] : [scope.tenant]
    case 'member':
      return scope.memberships.map(({ tenant }) => tenant)
    case 'identity':
      return scope.realm === null ? [] : [scope.realm]
    case 'background':
      return [scope.tenant]
    case 'platform':
      return []
  }
}

/** The values of the settings that policies read, in the order of {@link beginInScope}. */
export function scopeSettings(
  scope: Scope,
): [role: string, tenants: string, user: string, lookup: string] {
  const tenants = `{${tenantsOf(scope).join(',')}}`
  switch (scope.kind) {
    case 'visitor':
      return ['atrium_tenant', tenants, '', '']
    case 'member':
      return ['atrium_tenant', tenants, scope.userId, '']
    case 'identity':
      return ['atrium_identity', tenants, '', scope.lookup]
    case 'background':
      return ['atrium_tenant', tenants, '', '']
    case 'platform':
      return ['atrium_platform', '{}', UUID.test(scope.actor) ? scope.actor : '', '']
  }
}

/**
 * Begins a transaction and enters its scope in one message: two would wait for each other, before every call. A message of two
 * statements takes no parameters, so the values are literals, quoted by the driver.
 */
export const beginInScope = (scope: Scope): string => `begin; ${goOnInScope(scope)}`

/** Enters the next scope of a transaction that works in one after the other. */
export function goOnInScope(scope: Scope): string {
  const [role, tenants, user, lookup] = scopeSettings(scope).map((value) => escapeLiteral(value))
  return (
    `select set_config('role', ${role}, true), set_config('app.tenant_ids', ${tenants}, true), ` +
    `set_config('app.user_id', ${user}, true), set_config('app.lookup', ${lookup}, true)`
  )
}
