import { env } from '@/env'

/**
 * The name in a Host header, as DNS compares it: lower case, punycode, no port, no trailing dot.
 *
 * @returns undefined for what is no host name, an IP address in brackets included (no tenant lives at one).
 */
export function normalizeHost(header: string | null | undefined): string | undefined {
  if (!header || header.length > 260 || /[\s/@?#\\,]/.test(header)) return undefined
  let hostname: string
  try {
    hostname = new URL(`http://${header}`).hostname
  } catch {
    return undefined
  }
  const name = hostname.replace(/\.$/, '')
  return name.length > 0 && name.length <= 253 ? name : undefined
}

/** Sub-domains that a tenant cannot have: they mean something to people, to mail or to the platform. */
export const RESERVED_SLUGS: ReadonlySet<string> = new Set(
  (
    'admin api app apps assets atrium auth autoconfig autodiscover billing blog cdn console dashboard dev docs ' +
    'email ftp health help imap internal localhost login mail media mx ns ns1 ns2 oauth platform pop preview root ' +
    'security site sites smtp sso staging static status support system test www'
  ).split(' '),
)

/** One DNS label (RFC 1123): 1–63 letters, digits and hyphens, no hyphen at the ends. */
const DNS_LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** @returns true, or what is wrong with a slug in words for people. */
export function checkSlug(slug: string): true | string {
  if (!DNS_LABEL.test(slug)) {
    return 'Use 1 to 63 lower-case letters, digits and hyphens, with no hyphen at the start or the end.'
  }
  if (slug.startsWith('xn--')) return 'Names that start with “xn--” are reserved.'
  if (RESERVED_SLUGS.has(slug)) return 'This name is reserved.'
  return true
}

/** @returns true, or what is wrong with a custom domain in words for people. */
export function checkDomain(domain: string): true | string {
  const host = normalizeHost(domain)
  if (host !== domain) return 'Use the bare domain in lower case, for example “www.example.com”.'
  if (/^[\d.]+$/.test(host) || !host.includes('.')) return 'This is not a domain name.'
  if (!host.split('.').every((label) => DNS_LABEL.test(label))) return 'This is not a domain name.'
  if (host === platformHost() || host === sitesDomain() || host.endsWith(`.${sitesDomain()}`)) {
    return 'Domains of the platform cannot be used.'
  }
  return true
}

/** The host name of the platform itself. */
export function platformHost(): string {
  return new URL(env().NEXT_PUBLIC_SERVER_URL).hostname
}

/** The domain below which tenants have their sub-domains. */
export function sitesDomain(): string {
  return env().SITES_DOMAIN?.toLowerCase() ?? platformHost()
}

export type Place =
  | { readonly kind: 'platform' }
  | { readonly kind: 'slug'; readonly slug: string }
  | { readonly kind: 'domain'; readonly domain: string }
  | { readonly kind: 'unknown' }

/** What a host name stands for, before the database is asked whether such a tenant exists. */
export function placeOf(host: string | undefined): Place {
  if (!host) return { kind: 'unknown' }
  if (host === platformHost()) return { kind: 'platform' }
  const suffix = `.${sitesDomain()}`
  if (host.endsWith(suffix)) {
    const slug = host.slice(0, -suffix.length)
    return DNS_LABEL.test(slug) ? { kind: 'slug', slug } : { kind: 'unknown' }
  }
  return { kind: 'domain', domain: host }
}

/** The hosts at which a tenant answers. */
export const siteHosts = (tenant: { slug: string; domains: readonly string[] }): string[] => [
  `${tenant.slug}.${sitesDomain()}`,
  ...tenant.domains,
]

/** The origin of a tenant's site: its first custom domain, else its sub-domain, with the platform's scheme and port. */
export function siteOrigin(tenant: { slug: string; domains: readonly string[] }): string {
  const base = new URL(env().NEXT_PUBLIC_SERVER_URL)
  const host = tenant.domains[0] ?? `${tenant.slug}.${sitesDomain()}`
  return `${base.protocol}//${host}${base.port ? `:${base.port}` : ''}`
}
