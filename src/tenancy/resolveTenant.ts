import type { Payload, Where } from 'payload'

import { platform } from '@/db/scope'
import { withScope } from '@/db/withScope'
import { localesIn, nearestLocale, type Locale } from '@/locales/locales'
import { processWide } from '@/processWide'

import { placeOf, type Place } from './host'

/** What everything that serves a request needs to know of a tenant. */
export interface TenantSummary {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly status: 'active' | 'suspended'
  /** Custom domains, the canonical one first. */
  readonly domains: readonly string[]
  /** What its content is written in first, and what stands in for a translation that is missing. */
  readonly defaultLocale: Locale
  /** The languages that it offers, its default one first. */
  readonly locales: readonly Locale[]
}

interface Entry {
  readonly tenant: Promise<TenantSummary | null>
  readonly expires: number
}

/** Other processes learn of a change within this time; this one at once, see {@link forgetTenants}. */
const TTL_MS = 10_000
/** Strangers choose the keys (any host name): bounded, oldest out first. */
const MAX_ENTRIES = 5_000

const cache = processWide('tenants', () => new Map<string, Entry>())

/** Called after commit of every change to a tenant. */
export function forgetTenants(): void {
  cache.clear()
}

/** The tenant at a host name; null where there is none, the platform's own host included. */
export function resolveTenantByHost(
  payload: Payload,
  host: string | undefined,
): Promise<TenantSummary | null> {
  return resolve(payload, placeOf(host))
}

export function resolveTenantBySlug(payload: Payload, slug: string): Promise<TenantSummary | null> {
  return resolve(payload, { kind: 'slug', slug })
}

function resolve(payload: Payload, place: Place): Promise<TenantSummary | null> {
  if (place.kind === 'platform' || place.kind === 'unknown') return Promise.resolve(null)
  const key = place.kind === 'slug' ? `slug:${place.slug}` : `domain:${place.domain}`
  const now = Date.now()
  const known = cache.get(key)
  if (known && known.expires > now) return known.tenant
  const tenant = load(payload, place)
  if (cache.size >= MAX_ENTRIES) {
    const oldest = cache.keys().next().value
    if (oldest !== undefined) cache.delete(oldest)
  }
  cache.set(key, { tenant, expires: now + TTL_MS })
  // A failed look-up is not an answer: the next request asks again.
  tenant.catch(() => cache.delete(key))
  return tenant
}

async function load(
  payload: Payload,
  place: Extract<Place, { kind: 'slug' | 'domain' }>,
): Promise<TenantSummary | null> {
  const where: Where =
    place.kind === 'slug'
      ? { slug: { equals: place.slug } }
      : { 'domains.domain': { equals: place.domain } }
  return withScope(platform({ actor: 'system', reason: 'resolve host' }), async () => {
    const { docs } = await payload.db.find<Record<string, unknown>>({
      collection: 'tenants',
      where,
      limit: 1,
      pagination: false,
    })
    return docs[0] ? summarize(docs[0]) : null
  })
}

/** Every tenant that still serves, for lists such as CORS and the demo's start page. */
export async function loadTenantSummaries(
  payload: Payload,
  ids: readonly string[],
): Promise<TenantSummary[]> {
  if (ids.length === 0) return []
  return withScope(platform({ actor: 'system', reason: 'check memberships' }), async () => {
    const { docs } = await payload.db.find<Record<string, unknown>>({
      collection: 'tenants',
      where: { id: { in: [...ids] } },
      limit: ids.length,
      pagination: false,
    })
    return docs.map(summarize)
  })
}

/** What a row of `tenants` says. */
export function summarize(doc: Record<string, unknown>): TenantSummary {
  const domains = Array.isArray(doc.domains) ? doc.domains : []
  const defaultLocale = nearestLocale(doc.defaultLocale)
  return {
    id: String(doc.id),
    slug: String(doc.slug),
    name: String(doc.name),
    status: doc.status === 'active' ? 'active' : 'suspended',
    domains: domains.flatMap((row: unknown) =>
      typeof row === 'object' && row !== null && 'domain' in row ? [String(row.domain)] : [],
    ),
    defaultLocale,
    locales: [
      defaultLocale,
      ...localesIn(doc.locales).filter((locale) => locale !== defaultLocale),
    ],
  }
}
