import type { PayloadRequest, Where } from 'payload'

import { idOf } from '@/access/rules'
import { blocks } from '@/blocks'
import { collectReferences } from '@/blocks/collectReferences'
import { mapReferences, type Reference } from '@/blocks/mapReferences'
import { readInScope } from '@/db/readInScope'
import type { Scope } from '@/db/scope'
import type { Locale } from '@/locales/locales'

import { loadDocuments, type Documents } from '../documents'
import type { TreePage } from './loadTree'
import type { PageFacts, PageTexts } from './PageEntry'

/** A page as its editors see it: what is published of a published one, else the last draft. Its parent and picture are ids. */
export interface PageContent {
  readonly page: TreePage
  readonly facts: PageFacts
  readonly texts: ReadonlyMap<Locale, PageTexts>
}

export interface Asker {
  readonly req: PayloadRequest
  readonly scope: Scope
  readonly tenant: string
}

type Row = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const inLanguage = (value: unknown, locale: Locale): unknown =>
  isRow(value) ? value[locale] : undefined

/** The contents of some pages in some languages, read in the scope of whoever asks. What they name and is gone for good is left out. */
export async function loadContents(
  { req, scope, tenant }: Asker,
  pages: readonly TreePage[],
  locales: readonly Locale[],
): Promise<{ contents: PageContent[]; documents: Documents }> {
  const [published, drafts] = [
    pages.filter((page) => page.published),
    pages.filter((page) => !page.published),
  ]
  const docs = [
    ...(await read(req, published, false)),
    // Of a page that was never published, only its versions have what was written last.
    ...(await read(req, drafts, true)),
  ]
  // One connection after the other: who holds one and waits for the next may wait for itself.
  const named = docs.flatMap((doc) => namedIn(doc, locales))
  const documents = await readInScope(req.payload, scope, (client) =>
    loadDocuments(client, tenant, named),
  )
  const byId = new Map(docs.map((doc) => [doc.id, doc]))
  const contents = pages.flatMap((page) => {
    const doc = byId.get(page.id)
    return doc ? [contentOf(page, doc, locales, documents)] : []
  })
  return { contents, documents }
}

async function read(
  req: PayloadRequest,
  pages: readonly TreePage[],
  draft: boolean,
): Promise<Row[]> {
  if (pages.length === 0) return []
  const where: Where = { id: { in: pages.map(({ id }) => id) } }
  const { docs } = await req.payload.find({
    collection: 'pages',
    depth: 0,
    draft,
    fallbackLocale: false,
    limit: pages.length,
    locale: 'all',
    overrideAccess: false,
    pagination: false,
    req,
    where,
  })
  return docs.map((doc): Row => ({ ...doc }))
}

/** Everything that a page refers to. */
function namedIn(doc: Row, locales: readonly Locale[]): string[] {
  const image = isRow(doc.meta) ? idOf(doc.meta.image) : undefined
  return [
    ...(image === undefined ? [] : [image]),
    ...locales.flatMap((locale) =>
      collectReferences(inLanguage(doc.layout, locale), blocks).map(({ value }) => value),
    ),
  ]
}

function contentOf(
  page: TreePage,
  doc: Row,
  locales: readonly Locale[],
  documents: Documents,
): PageContent {
  const meta = isRow(doc.meta) ? doc.meta : {}
  const image = idOf(meta.image)
  const kept = (reference: Reference) => (documents.has(reference) ? reference.value : null)
  return {
    page,
    facts: {
      parent: page.parent,
      status: page.published ? 'published' : 'draft',
      publishedAt: textOf(doc.publishedAt),
      image: image === undefined ? null : kept({ relationTo: 'media', value: image }),
      noIndex: meta.noIndex === true,
    },
    texts: new Map(
      locales.map((locale) => [
        locale,
        {
          title: textOf(inLanguage(doc.title, locale)),
          slug: textOf(inLanguage(doc.slug, locale)),
          metaTitle: textOf(inLanguage(meta.title, locale)),
          metaDescription: textOf(inLanguage(meta.description, locale)),
          layout: layoutIn(doc, locale, kept),
        },
      ]),
    ),
  }
}

function layoutIn(
  doc: Row,
  locale: Locale,
  kept: (reference: Reference) => string | null,
): readonly unknown[] | null {
  const layout = mapReferences(inLanguage(doc.layout, locale), blocks, kept)
  return layout.length === 0 ? null : layout
}
