import type { PayloadRequest, Where } from 'payload'

import type { ResolvedPage } from '@/blocks/PageList/view'

import type { Reading } from './Language'

export interface Card extends ResolvedPage {
  readonly id: string
}

/** What cards show of pages that a visitor sees, the oldest first. */
export async function loadCards(
  req: PayloadRequest,
  reading: Reading,
  where: Where,
  limit: number,
): Promise<Card[]> {
  const { docs } = await req.payload.find({
    collection: 'pages',
    depth: 1,
    limit,
    overrideAccess: false,
    pagination: false,
    req,
    select: { title: true, path: true, meta: true, layout: true },
    sort: 'createdAt',
    where,
    ...reading,
  })
  return docs.flatMap(({ id, title, path, meta, layout }) => {
    const hero = layout?.find(({ blockType }) => blockType === 'hero')
    const image = meta?.image ?? (hero && 'image' in hero ? hero.image : undefined)
    return title && path ? [{ id, title, path, description: meta?.description, image }] : []
  })
}

/** The cards of some pages, in the order in which these are named. */
export async function loadChosenCards(
  req: PayloadRequest,
  reading: Reading,
  ids: readonly string[],
): Promise<Card[]> {
  if (ids.length === 0) return []
  const cards = await loadCards(req, reading, { id: { in: ids } }, ids.length)
  return ids.flatMap((id) => cards.find((card) => card.id === id) ?? [])
}
