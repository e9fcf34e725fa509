import { unstable_cache } from 'next/cache'
import { cache } from 'react'
import type { PayloadRequest, Where } from 'payload'

import type { ResolvedPageListBlock } from '@/blocks/PageList/view'
import { localesIn, type Locale } from '@/locales/locales'
import type { Page } from '@/payload-types'
import { tenantTag } from '@/tenancy/invalidateTenant'
import type { TenantSummary } from '@/tenancy/resolveTenant'

import type { Crumb } from './Breadcrumbs'
import { addressOf, readingOf, type Reading } from './Language'
import { loadCards, loadChosenCards } from './loadCards'
import { REVALIDATE_SECONDS } from './loadSite'
import { withAddresses } from './withAddresses'
import { withRelated } from './withRelated'
import { withVisitor } from './withVisitor'

/** The paths of one page, by the languages that it is written in. */
export type Paths = Readonly<Partial<Record<Locale, string>>>

export interface LoadedPage {
  /** Where it names a path, its own included, it is an address. */
  readonly page: Page
  /** From the top of the tree down to this page. */
  readonly trail: Crumb[]
  readonly paths: Paths
}

/**
 * A published page of a tenant by its full path in a language, with everything that its blocks show. A page that is not
 * translated is where it is in the main language, with that language's texts. Null where there is none.
 */
export const loadPage = cache(
  (tenant: TenantSummary, locale: Locale, path: string): Promise<LoadedPage | null> =>
    unstable_cache(
      () => readPublished(tenant, readingOf(tenant, locale), path),
      ['page', tenant.id, tenant.locales.join(), locale, path],
      { tags: [tenantTag(tenant.id)], revalidate: REVALIDATE_SECONDS },
    )(),
)

async function readPublished(
  tenant: TenantSummary,
  reading: Reading,
  path: string,
): Promise<LoadedPage | null> {
  const { loaded, payload } = await withVisitor(tenant.id, async (req) => ({
    loaded: await findPublished(req, tenant, reading, path),
    payload: req.payload,
  }))
  return loaded && withRelated(payload, tenant.id, reading, loaded, 'published')
}

async function findPublished(
  req: PayloadRequest,
  tenant: TenantSummary,
  reading: Reading,
  path: string,
): Promise<LoadedPage | null> {
  const translated = await findOne(req, reading, { path: { equals: path } })
  if (translated) return complete(translated, req, tenant, reading)
  const { locale, fallbackLocale } = reading
  if (locale === fallbackLocale) return null
  const page = await findOne(req, reading, { [`path.${fallbackLocale}`]: { equals: path } })
  const loaded = page && (await complete(page, req, tenant, reading))
  // What is translated has an address of its own.
  return loaded && loaded.paths[locale] === undefined ? loaded : null
}

/** The newest draft of one page in a language, for whoever holds a preview link of it. */
export async function loadDraft(
  tenant: TenantSummary,
  locale: Locale,
  id: string,
): Promise<LoadedPage | null> {
  const reading = readingOf(tenant, locale)
  const { loaded, payload } = await withVisitor(
    tenant.id,
    async (req) => {
      const page = await req.payload.findByID({
        collection: 'pages',
        id,
        depth: 2,
        disableErrors: true,
        draft: true,
        overrideAccess: false,
        req,
        ...reading,
      })
      return {
        loaded: page ? await complete(page, req, tenant, reading) : null,
        payload: req.payload,
      }
    },
    { preview: id },
  )
  return loaded && withRelated(payload, tenant.id, reading, loaded, 'working')
}

async function findOne(
  req: PayloadRequest,
  reading: Reading,
  where: Where,
): Promise<Page | undefined> {
  const { docs } = await req.payload.find({
    collection: 'pages',
    depth: 2,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    req,
    where,
    ...reading,
  })
  return docs[0]
}

async function complete(
  page: Page,
  req: PayloadRequest,
  tenant: TenantSummary,
  reading: Reading,
): Promise<LoadedPage> {
  const layout: Page['layout'] = []
  for (const block of page.layout ?? []) {
    layout.push(
      block.blockType === 'pageList' ? await resolveList(block, page, req, reading) : block,
    )
  }
  const paths = await loadPaths(page.id, req, tenant)
  const trail = await loadTrail(page, paths, req, reading)
  return { page: withAddresses({ ...page, layout }, reading), trail, paths }
}

/** Of the languages that the space offers: others are kept, and not shown. */
async function loadPaths(id: string, req: PayloadRequest, tenant: TenantSummary): Promise<Paths> {
  const page = await req.payload.findByID({
    collection: 'pages',
    id,
    depth: 0,
    disableErrors: true,
    locale: 'all',
    overrideAccess: false,
    req,
    select: { path: true },
  })
  return page ? pathsIn(page.path, tenant) : {}
}

/** A path as Payload gives it of all languages at once, which its generated types do not know. */
export function pathsIn(path: unknown, { locales }: Pick<TenantSummary, 'locales'>): Paths {
  if (typeof path !== 'object' || path === null) return {}
  return Object.fromEntries(
    localesIn(Object.keys(path)).flatMap((locale): [Locale, string][] => {
      const value: unknown = Reflect.get(path, locale)
      return typeof value === 'string' && locales.includes(locale) ? [[locale, value]] : []
    }),
  )
}

/** Which pages a list means: those below a page, or the chosen ones, in their order. Those like the page come later. */
async function resolveList(
  block: ResolvedPageListBlock,
  page: Page,
  req: PayloadRequest,
  reading: Reading,
): Promise<ResolvedPageListBlock> {
  if (block.source === 'related') return block
  const chosen = (block.pages ?? []).map((one) => (typeof one === 'string' ? one : one.id))
  const parent = typeof block.parent === 'object' ? block.parent?.id : block.parent
  const below: Where = { parent: { equals: parent ?? page.id } }
  const resolvedPages =
    block.source === 'chosen'
      ? await loadChosenCards(req, reading, chosen)
      : await loadCards(req, reading, below, block.limit ?? 12)
  return { ...block, resolvedPages }
}

/** The published pages above a page, by the beginnings of its path: in the main language, in which every one of them has one. */
async function loadTrail(
  page: Page,
  paths: Paths,
  req: PayloadRequest,
  reading: Reading,
): Promise<Crumb[]> {
  const main = paths[reading.fallbackLocale]
  const [field, path] =
    main === undefined ? ['path', page.path ?? ''] : [`path.${reading.fallbackLocale}`, main]
  const parts = path.split('/').filter(Boolean)
  if (parts.length < 2) return []
  const above = parts.slice(0, -1).map((_, index) => `/${parts.slice(0, index + 1).join('/')}`)
  const { docs } = await req.payload.find({
    collection: 'pages',
    depth: 0,
    limit: above.length,
    overrideAccess: false,
    pagination: false,
    req,
    select: { title: true, path: true },
    where: { [field]: { in: above } },
    ...reading,
  })
  // The deeper, the longer: in every language a path begins with that of the page above.
  const byDepth = docs
    .filter(({ id }) => id !== page.id)
    .sort((a, b) => (a.path?.split('/').length ?? 0) - (b.path?.split('/').length ?? 0))
  return [...byDepth, page].flatMap(({ title, path: at }) =>
    title && at ? [{ label: title, path: addressOf(reading, at) }] : [],
  )
}
