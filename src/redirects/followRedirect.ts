import type { PayloadRequest } from 'payload'

import { safeHref } from '@/site/safeHref'

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

/** Where a path of the site leads that is no page; null where it leads nowhere, as while its page is not published. */
export async function followRedirect(
  req: PayloadRequest,
  path: string,
): Promise<FollowedRedirect | null> {
  const types: RedirectType[] = []
  const seen = new Set<string>()
  let target: string | undefined
  for (
    let next: string | undefined = path, hops = 0;
    next !== undefined && hops < MAX_HOPS;
    hops++
  ) {
    const from = foldPath(next)
    // A circle that the checks did not see, such as by letters that one target encodes: nowhere, and not for ever.
    if (seen.has(from)) return null
    seen.add(from)
    const found = await findByPath(req, from)
    if (!found) break
    types.push(isRedirectType(found.type) ? found.type : '302')
    const reference = found.to.reference
    if (typeof reference === 'string') {
      target = await publishedPath(req, { id: { equals: reference } })
      break
    }
    target = found.to.url ?? undefined
    const onSite: string | undefined = target && pathOfTarget(target)
    // A page hides a redirect: there the way ends.
    next = onSite && !(await publishedPath(req, { path: { equals: onSite } })) ? onSite : undefined
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

/** Visitors have no access to redirects, only to where one leads: the database keeps them to their tenant. */
const findByPath = (req: PayloadRequest, path: string): Promise<StoredRedirect | null> =>
  req.payload.db.findOne<StoredRedirect>({
    collection: 'redirects',
    req,
    where: { from: { equals: path } },
  })

async function publishedPath(
  req: PayloadRequest,
  where: NonNullable<Parameters<typeof req.payload.find>[0]['where']>,
): Promise<string | undefined> {
  const { docs } = await req.payload.find({
    collection: 'pages',
    depth: 0,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    req,
    select: { path: true },
    where,
  })
  return docs[0]?.path ?? undefined
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
