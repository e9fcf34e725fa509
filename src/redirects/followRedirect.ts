import type { PayloadRequest, Where } from 'payload'

import { addressIn, readAddress } from '@/locales/addresses'
import type { Locale } from '@/locales/locales'
import { safeHref } from '@/site/safeHref'
import type { TenantSummary } from '@/tenancy/resolveTenant'

import { foldPath } from './redirectPath'
import { pathOfTarget } from './redirectTarget'
import { isPermanent, isRedirectType, type RedirectType } from './redirectTypes'

export interface FollowedRedirect {
  readonly status: 301 | 302 | 307 | 308
  /** A path of the site or a full address, encoded as a header needs it. */
  readonly location: string
}

/** As many are resolved at once; a browser goes on from there. */
const MAX_HOPS = 5

interface StoredRedirect {
  readonly id: string
  readonly type: string
  readonly to: { readonly url?: string | null; readonly reference?: unknown }
}

type Site = Pick<TenantSummary, 'defaultLocale' | 'locales'>

/** Where an address of the site leads that is no page; null where it leads nowhere, as while its page is not published. */
export async function followRedirect(
  req: PayloadRequest,
  site: Site,
  address: string,
): Promise<FollowedRedirect | null> {
  const types: RedirectType[] = []
  const seen = new Set<string>()
  let target: string | undefined
  for (
    let next: string | undefined = address, hops = 0;
    next !== undefined && hops < MAX_HOPS;
    hops++
  ) {
    const from = foldPath(next)
    // A circle that the checks did not see, such as by letters that one target encodes: nowhere, and not for ever.
    if (seen.has(from)) return null
    seen.add(from)
    const found = await findFor(req, site, from)
    if (!found) break
    types.push(isRedirectType(found.type) ? found.type : '302')
    const reference = found.to.reference
    if (typeof reference === 'string') {
      target = await addressOf(req, site, { id: { equals: reference } }, readFor(site, next).locale)
      break
    }
    target = found.to.url ?? undefined
    const onSite: string | undefined = target && pathOfTarget(target)
    // A page hides a redirect: there the way ends.
    next = onSite && !(await isPage(req, site, onSite)) ? onSite : undefined
  }
  if (types.length === 0) {
    target = await translationOf(req, site, address)
    types.push('302')
  }
  const location = target && encodeTarget(target)
  if (!location) return null
  const [first = '302'] = types
  const kept = types.every(isPermanent)
    ? first
    : (types.find((type) => !isPermanent(type)) ?? '302')
  return { status: STATUS[kept], location }
}

const STATUS = { '301': 301, '302': 302, '307': 307, '308': 308 } as const

/** The language of an address of this site, and the path in it. */
function readFor({ defaultLocale, locales }: Site, address: string) {
  const { locale, path } = readAddress(address)
  return locale && locale !== defaultLocale && locales.includes(locale)
    ? { locale, path }
    : { locale: defaultLocale, path: address }
}

/** Of the address itself; for a language also that of the main one, whose addresses stand in for what is not translated. */
async function findFor(
  req: PayloadRequest,
  site: Site,
  address: string,
): Promise<StoredRedirect | null> {
  const { locale, path } = readFor(site, address)
  const own = await findByPath(req, address)
  return own || locale === site.defaultLocale ? own : findByPath(req, path)
}

/** Visitors have no access to redirects, only to where one leads: the database keeps them to their tenant. */
const findByPath = (req: PayloadRequest, path: string): Promise<StoredRedirect | null> =>
  req.payload.db.findOne<StoredRedirect>({
    collection: 'redirects',
    req,
    where: { from: { equals: path } },
  })

async function isPage(req: PayloadRequest, site: Site, address: string): Promise<boolean> {
  const { locale, path } = readFor(site, address)
  const translated = await addressOf(req, site, { path: { equals: path } }, locale)
  const main = locale === site.defaultLocale ? undefined : byMainPath(site, path)
  // A page that is not translated stays where it is in the main language.
  return (
    translated !== undefined ||
    (main !== undefined && (await addressOf(req, site, main, locale)) === address)
  )
}

/** Where a page that was read in the main language's words is, now that it is translated. */
async function translationOf(
  req: PayloadRequest,
  site: Site,
  address: string,
): Promise<string | undefined> {
  const { locale, path } = readFor(site, address)
  if (locale === site.defaultLocale) return undefined
  const there = await addressOf(req, site, byMainPath(site, path), locale)
  return there === address ? undefined : there
}

const byMainPath = ({ defaultLocale }: Site, path: string): Where => ({
  [`path.${defaultLocale}`]: { equals: path },
})

/** The address of a published page in a language, where it is translated, or else that of the text that stands in. */
async function addressOf(
  req: PayloadRequest,
  { defaultLocale }: Site,
  where: Where,
  locale: Locale,
): Promise<string | undefined> {
  const { docs } = await req.payload.find({
    collection: 'pages',
    depth: 0,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    req,
    select: { path: true },
    locale,
    fallbackLocale: defaultLocale,
    where,
  })
  const path = docs[0]?.path
  return path ? addressIn(locale, defaultLocale, path) : undefined
}

/** Checked again where it leaves: the row may have come past the field. */
function encodeTarget(target: string): string | undefined {
  const safe = safeHref(target)
  if (!safe || !URL.canParse(safe, 'http://site')) return undefined
  const url = new URL(safe, 'http://site')
  // “/.//host” comes out as “//host”, which leaves the site.
  if (safe.startsWith('/')) return safeHref(`${url.pathname}${url.search}${url.hash}`)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined
}
