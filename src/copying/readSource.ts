import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload'

import { withScope } from '@/db/withScope'
import { AtriumError } from '@/errors'
import type { User } from '@/payload-types'
import type { Locale } from '@/locales/locales'
import { textIn } from '@/locales/textIn'

import type { LeftOut } from './CopyReport'
import { MAX_MEDIA, MAX_PAGES, type CopyWish } from './copyWish'
import { referencesOf } from './referencesOf'
import type { End } from './resolveEnds'
import { readMedium, type SourceMedium } from './SourceMedium'
import { readPage, type SourcePage } from './SourcePage'
import { translatePage } from './translatePage'

/** All that is read of the source before anything is written. */
export interface SourceContent {
  /** In the languages of the target. */
  readonly pages: readonly SourcePage[]
  /** The languages in which pages are not copied. */
  readonly left: readonly LeftOut[]
  /** What the pages refer to, as far as the caller sees it there, by id. */
  readonly media: ReadonlyMap<string, SourceMedium>
  readonly forms: ReadonlyMap<string, string>
  /** The titles of pages that are referred to and not copied. */
  readonly others: ReadonlyMap<string, string>
}

/** Reads the pages of a wish and what they refer to, in the caller's scope in the source, and with their rights. */
export function readSource(
  payload: Payload,
  user: User,
  { source: { tenant, scope }, target }: { source: End; target: End },
  wish: Pick<CopyWish, 'pages' | 'withChildren' | 'withMedia'>,
): Promise<SourceContent> {
  return withScope(scope, async () => {
    const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
    const translated = (await readPages(req, wish, tenant.defaultLocale)).map((page) =>
      translatePage(page, tenant, target.tenant),
    )
    const pages = translated.map(({ page }) => page)
    const named = pages.flatMap((page) => referencesOf(page).map(({ reference }) => reference))
    const idsOf = (collection: string): string[] => [
      ...new Set(
        named.flatMap(({ relationTo, value }) => (relationTo === collection ? value : [])),
      ),
    ]
    const own = new Set(pages.map(({ id }) => id))
    return {
      pages,
      left: translated.flatMap(({ left }) => left),
      media: wish.withMedia ? await readMedia(req, tenant.id, idsOf('media')) : new Map(),
      forms: await readTitles(req, 'forms', idsOf('forms'), tenant.defaultLocale),
      others: await readTitles(
        req,
        'pages',
        idsOf('pages').filter((id) => !own.has(id)),
        tenant.defaultLocale,
      ),
    }
  })
}

async function readPages(
  req: PayloadRequest,
  { pages, withChildren }: Pick<CopyWish, 'pages' | 'withChildren'>,
  main: Locale,
): Promise<SourcePage[]> {
  const read = new Map<string, SourcePage>()
  let where: Where = { id: { in: [...new Set(pages)] } }
  for (;;) {
    const { docs } = await req.payload.find({
      collection: 'pages',
      depth: 0,
      draft: true,
      limit: MAX_PAGES + 1,
      locale: 'all',
      overrideAccess: false,
      pagination: false,
      req,
      sort: 'id',
      where,
    })
    const unread = docs.filter(({ id }) => !read.has(id))
    for (const doc of unread) read.set(doc.id, readPage(doc, main))
    if (read.size > MAX_PAGES) {
      throw new AtriumError('BAD_REQUEST', {
        message: `At most ${MAX_PAGES} pages are copied at once, those below among them.`,
      })
    }
    if (unread.length === 0 || !withChildren) return [...read.values()]
    where = { parent: { in: unread.map(({ id }) => id) } }
  }
}

async function readMedia(
  req: PayloadRequest,
  tenant: string,
  ids: readonly string[],
): Promise<Map<string, SourceMedium>> {
  if (ids.length === 0) return new Map()
  if (ids.length > MAX_MEDIA) {
    throw new AtriumError('BAD_REQUEST', {
      message: `These pages show ${ids.length} media, and at most ${MAX_MEDIA} are copied at once. Copy fewer pages, or without media.`,
    })
  }
  const { docs } = await req.payload.find({
    collection: 'media',
    depth: 0,
    locale: 'all',
    overrideAccess: false,
    pagination: false,
    req,
    where: { id: { in: [...ids] } },
  })
  return new Map(docs.map((doc) => [doc.id, readMedium(doc, tenant)]))
}

async function readTitles(
  req: PayloadRequest,
  collection: 'forms' | 'pages',
  ids: readonly string[],
  main: Locale,
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection,
    depth: 0,
    draft: collection === 'pages',
    locale: 'all',
    overrideAccess: false,
    pagination: false,
    req,
    select: { title: true },
    where: { id: { in: [...ids] } },
  })
  return new Map(docs.map(({ id, title }) => [id, textIn(title, main) ?? '']))
}
