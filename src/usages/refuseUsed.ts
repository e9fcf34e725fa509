import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload'

import { idOf, scopeOf } from '@/access/rules'
import { queryInTransaction } from '@/db/inTransaction'
import { AtriumError } from '@/errors'
import { textIn } from '@/locales/textIn'

import { findUsages } from './findUsages'
import type { UsedDocument, Usages } from './Usage'

const SHOWN = 5

/** Said knowingly: `?force=true`, which the admin sends after it has shown the list. */
const isForced = ({ query }: PayloadRequest): boolean => String(query?.force) === 'true'

/** Of many that are deleted at once this is one: it says which. */
function inUse(title: string | undefined, { total, docs }: Usages, advice: string): AtriumError {
  const named = docs.slice(0, SHOWN).map(({ title, field }) => `${title} (${field})`)
  const more = total > named.length ? ` and ${total - named.length} more` : ''
  return new AtriumError('IN_USE', {
    message: `${title === undefined ? 'This' : `“${title}”`} is still used by ${named.join(', ')}${more}. ${advice}`,
    details: { total, docs },
  })
}

/**
 * Before a document is deleted for good: refused with the list while it is used, or what uses it is emptied, knowingly. Nothing of the
 * document is written yet: of many, Payload (3.90) deletes the others and says which are kept.
 */
export const refuseDeletingUsed: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const document: UsedDocument = { collection: collection.slug, id: String(id) }
  if (isForced(req)) return release(req, document)
  const usages = await findUsages(req, document, { asCaller: false, that: 'keep from deletion' })
  if (usages.total === 0) return
  const doc = await req.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: collection.slug,
    req,
    where: { id: { equals: id } },
  })
  const advice = 'Remove it there first, or delete it anyway under “Used by”.'
  throw inUse(titleOf(collection, doc, req), usages, advice)
}

/** Before a document goes to the trash. What uses it keeps its reference, and shows nothing for it until it is restored. */
export const refuseTrashingUsed: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  operation,
  req,
}) => {
  const trashes = operation === 'update' && Boolean(data.deletedAt) && !originalDoc?.deletedAt
  const id = idOf(originalDoc)
  if (!trashes || id === undefined || isForced(req)) return data
  const document: UsedDocument = { collection: collection.slug, id }
  const usages = await findUsages(req, document, { asCaller: false, that: 'keep from trash' })
  if (usages.total === 0) return data
  const advice = 'Remove it there first, or move it to the trash anyway under “Used by”.'
  throw inUse(titleOf(collection, originalDoc, req), usages, advice)
}

const titleOf = (
  { admin }: { readonly admin: { readonly useAsTitle?: string } },
  doc: unknown,
  { locale }: PayloadRequest,
): string | undefined => textIn(Reflect.get(Object(doc), admin.useAsTitle ?? 'id'), locale ?? '')

async function release(req: PayloadRequest, { collection, id }: UsedDocument): Promise<void> {
  const scope = await scopeOf(req)
  const doc = await req.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection,
    req,
    where: { id: { equals: id } },
    select: { tenant: true },
  })
  const tenant = idOf(doc?.tenant)
  if (!scope || tenant === undefined) return
  const table = collection.replaceAll('-', '_')
  await queryInTransaction(req, scope, 'select atrium_release($1, $2, $3)', [table, tenant, id])
}
