import {
  appendVersionToQueryKey,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  type Where,
} from 'payload'

import { textIn } from '@/locales/textIn'

import { loadNamingTexts } from './loadNamingTexts'
import { placesOf } from './placesOf'
import { referringFields, type ReferringField } from './referringFields'
import type { Usage, Usages, UsedDocument } from './Usage'

/** As many of each collection are named; the others are counted. */
const NAMED = 20

interface Options {
  /** Only what the caller may read. Without it: everything in the tenant, to decide whether a document may go. */
  readonly asCaller: boolean
  /** Which references count: all of them, or those that keep the document from being deleted, or trashed. */
  readonly that: 'refer' | 'keep from deletion' | 'keep from trash'
}

type Doc = Readonly<Record<string, unknown>> & { readonly id: string }

/** Where a document is used, in published documents and in the newest drafts. */
export async function findUsages(
  req: PayloadRequest,
  document: UsedDocument,
  { asCaller, that }: Options,
): Promise<Usages> {
  let total = 0
  const docs: Usage[] = []
  // One after the other: they share the connection of their transaction.
  for (const collection of req.payload.config.collections) {
    const fields = referringFields(collection, document.collection).filter(({ keeps }) =>
      that === 'refer'
        ? true
        : keeps === 'always' || (that !== 'keep from trash' && keeps !== 'never'),
    )
    // What has no page in the admin is shown at what it belongs to, and cannot be led to.
    const isPart = that === 'refer' && collection.admin.hidden === true
    if (fields.length === 0 || isPart) continue
    const access = asCaller ? await collection.access.read({ req }) : true
    if (access === false) continue
    const named = await naming(req, collection, fields, document)
    if (named.length === 0) continue
    const where: Where[] = [{ or: named }]
    if (access !== true) where.push(access)
    // A page that links to itself goes as a whole.
    if (collection.slug === document.collection) where.push({ id: { not_equals: document.id } })
    const found = await findIn(req, collection, { and: where })
    total += found.total
    docs.push(...found.docs.map(({ doc, draft }) => describe(collection, fields, doc, draft)))
  }
  return { total, docs }

  function describe(
    collection: SanitizedCollectionConfig,
    fields: readonly ReferringField[],
    doc: Doc,
    draft: boolean,
  ): Usage {
    return {
      collection: collection.slug,
      id: doc.id,
      title: textIn(doc[collection.admin.useAsTitle ?? 'id'], req.locale ?? '') ?? doc.id,
      field: placesOf(doc, fields, document.id).join('; '),
      draft,
      trashed: Boolean(doc.deletedAt),
    }
  }
}

/** Ways in which documents of a collection name a document; none where none does. */
async function naming(
  req: PayloadRequest,
  { slug }: SanitizedCollectionConfig,
  fields: readonly ReferringField[],
  { id }: UsedDocument,
): Promise<Where[]> {
  const texts = fields.filter(({ isText }) => isText)
  const inTexts = texts.length === 0 ? [] : await loadNamingTexts(req, slug, texts, id)
  const inFields = fields.filter(({ isText }) => !isText)
  return [
    ...(inTexts.length === 0 ? [] : [{ id: { in: inTexts } }]),
    ...inFields.map(({ path, polymorphic }) => ({
      [polymorphic ? `${path}.value` : path]: { equals: id },
    })),
  ]
}

interface Found {
  readonly total: number
  readonly docs: { doc: Doc; draft: boolean }[]
}

async function findIn(
  req: PayloadRequest,
  { slug, versions }: SanitizedCollectionConfig,
  where: Where,
): Promise<Found> {
  const page = { collection: slug, req, limit: NAMED, pagination: true, where }
  const found = await req.payload.db.find<Doc>(page)
  const docs = found.docs.map((doc) => ({ doc, draft: doc._status === 'draft' }))
  if (!versions?.drafts) return { total: found.totalDocs, docs }
  const ids = { id: { not_in: found.docs.map(({ id }) => id) } }
  const drafts = await req.payload.db.queryDrafts<Doc>({
    ...page,
    where: appendVersionToQueryKey({ and: [where, ids, { _status: { equals: 'draft' } }] }),
  })
  return {
    total: found.totalDocs + drafts.totalDocs,
    docs: [...docs, ...drafts.docs.map((doc) => ({ doc, draft: true }))],
  }
}
