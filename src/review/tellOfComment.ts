import type { CollectionAfterChangeHook } from 'payload'

import { idOf } from '@/access/rules'
import { textIn } from '@/locales/textIn'
import type { Comment, Page } from '@/payload-types'
import { mainLocaleOf } from '@/tenancy/mainLocaleOf'

import { nameOf } from './loadStaff'
import { notify } from './notify'

/** Whoever is mentioned, wrote the page or spoke before is told of a new comment. */
export const tellOfComment: CollectionAfterChangeHook<Comment> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const [tenant, page] = [idOf(doc.tenant), idOf(doc.page)]
  if (tenant === undefined || page === undefined || !req.user) return doc
  const idsOf = (people: Comment['mentions'] | undefined): string[] =>
    (people ?? []).map(idOf).filter((id) => id !== undefined)
  const before = operation === 'create' ? [] : idsOf(previousDoc.mentions)
  const mentioned = idsOf(doc.mentions).filter((id) => !before.includes(id))
  const { title, author } = await describePage(req, tenant, page)
  const who = nameOf(req.user)
  await notify(req, {
    kind: 'mention',
    tenant,
    page,
    text: `${who} mentioned you on “${title}”`,
    recipients: mentioned,
  })
  if (operation !== 'create') return doc
  const earlier = await req.payload.db.find<Comment>({
    collection: 'comments',
    where: { page: { equals: page } },
    sort: '-createdAt',
    limit: 50,
    pagination: false,
    req,
  })
  const speakers = [author, ...earlier.docs.map(({ createdBy }) => idOf(createdBy))]
  await notify(req, {
    kind: 'comment',
    tenant,
    page,
    text: `${who} commented on “${title}”`,
    recipients: speakers.filter((id) => id !== undefined).filter((id) => !mentioned.includes(id)),
  })
  return doc
}

async function describePage(
  req: Parameters<typeof notify>[0],
  tenant: string,
  id: string,
): Promise<{ title: string; author: string | undefined }> {
  const page = await req.payload.db.findOne<Page>({
    collection: 'pages',
    where: { id: { equals: id } },
    req,
  })
  const main = await mainLocaleOf(req.payload, tenant)
  return { title: textIn(page?.title, main) ?? 'a page', author: idOf(page?.createdBy) }
}
