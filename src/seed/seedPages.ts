import type { Payload } from 'payload'

import type { Page, User } from '@/payload-types'

import { asSystem } from './asSystem'
import { splitPath } from './content/pagePath'
import type { Author, PageSeed, SpaceSeed, Translation } from './content/types'
import type { Report } from './report'
import { withIds, type SpaceIds } from './withIds'

type Writers = Readonly<Record<Author, User>>
type Seeding = { payload: Payload; tenant: string; writers: Writers }
type Known = Pick<Page, 'id' | 'path' | 'layout'>

const DAY = 24 * 60 * 60 * 1000

/** A page as it lies in the database, or `undefined` where nobody has written anything into it. */
const isWritten = (page: Known) => (page.layout ?? []).length > 0

/**
 * The pages of a space, in two rounds: first every page as an empty draft, because pages link to each other and a link is
 * a foreign key; then what is on them. A page that has anything on it is somebody's, and left alone.
 */
export async function seedPages(
  payload: Payload,
  {
    tenant,
    space,
    writers,
    pictures,
    forms,
    report,
  }: {
    tenant: string
    space: SpaceSeed
    writers: Writers
    pictures: SpaceIds['pictures']
    forms: SpaceIds['forms']
    report: Report
  },
): Promise<Map<string, string>> {
  const seeding = { payload, tenant, writers }
  const known = await loadPages(payload, tenant)
  const pages = new Map([...known].map(([path, { id }]) => [path, id]))
  for (const seed of space.pages) {
    if (!pages.has(seed.path)) pages.set(seed.path, await createEmpty(seeding, seed, pages))
  }
  const fill = withIds({ pictures, forms, pages })
  let made = 0
  for (const seed of space.pages) {
    const id = pages.get(seed.path)
    const page = known.get(seed.path)
    if (id === undefined || (page && isWritten(page))) continue
    await write(seeding, seed, id, fill, space.translation)
    made++
  }
  if (made > 0) report(`pages: ${made}`)
  return pages
}

async function loadPages(payload: Payload, tenant: string): Promise<Map<string, Known>> {
  const { docs } = await payload.find({
    ...asSystem,
    collection: 'pages',
    where: { tenant: { equals: tenant } },
    pagination: false,
    select: { path: true, layout: true },
  })
  return new Map(docs.flatMap((page) => (page.path ? [[page.path, page]] : [])))
}

async function createEmpty(
  { payload, tenant, writers }: Seeding,
  { path, title, by = 'owner' }: PageSeed,
  pages: ReadonlyMap<string, string>,
): Promise<string> {
  const { slug, parent } = splitPath(path)
  const page = await payload.create({
    ...asSystem,
    collection: 'pages',
    draft: true,
    user: writers[by],
    data: {
      tenant,
      title,
      slug,
      parent: parent === undefined ? undefined : pages.get(parent),
      _status: 'draft',
    },
  })
  return page.id
}

async function write(
  { payload, writers }: Seeding,
  { path, title, layout, meta, state, newerDraft, by = 'owner' }: PageSeed,
  id: string,
  fill: (content: unknown) => unknown,
  translation: Translation | undefined,
): Promise<void> {
  const publishedAt =
    state?.kind === 'scheduled' ? new Date(Date.now() + state.inDays * DAY).toISOString() : null
  await payload.update({
    ...asSystem,
    collection: 'pages',
    id,
    user: writers[by],
    data: {
      title,
      layout: fill(layout) as Page['layout'],
      meta: fill(meta ?? {}) as Page['meta'],
      publishedAt,
      _status: state?.kind === 'draft' ? 'draft' : 'published',
    },
  })
  const translated = translation?.pages[path]
  if (translation && translated) {
    await payload.update({
      ...asSystem,
      collection: 'pages',
      id,
      locale: translation.locale,
      user: writers[by],
      data: {
        ...translated,
        layout: fill(translated.layout) as Page['layout'],
        _status: 'published',
      },
    })
  }
  if (!newerDraft) return
  await payload.update({
    ...asSystem,
    collection: 'pages',
    id,
    draft: true,
    user: writers[newerDraft.by],
    data: {
      title: newerDraft.title ?? title,
      layout: fill(newerDraft.layout) as Page['layout'],
      _status: 'draft',
    },
  })
}
