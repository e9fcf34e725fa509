import type { PayloadRequest, Where } from 'payload'

import { personName } from '@/access/personName'
import { idOf } from '@/access/rules'
import { populated } from '@/site/populated'
import type { Review } from '@/payload-types'
import { anyLanguage } from '@/tenancy/anyLanguage'

import type { SpacesViewpoint } from './resolveViewpoint'

export interface ReviewItem {
  readonly id: string
  readonly page: string
  readonly title: string
  readonly state: Review['state']
  /** Who asked; null where the person cannot know. */
  readonly by: string | null
  readonly since: string
  readonly tenant: string
}

/** What waits for a decision of the person, and what was sent back to them. */
export async function loadReviews(
  req: PayloadRequest,
  { editorOf }: SpacesViewpoint,
): Promise<{ reviews: ReviewItem[]; total: number }> {
  const whose: Where[] = []
  if (editorOf.length > 0)
    whose.push({ and: [{ tenant: { in: [...editorOf] } }, { state: { equals: 'requested' } }] })
  if (req.user)
    whose.push({
      and: [{ createdBy: { equals: req.user.id } }, { state: { in: ['requested', 'returned'] } }],
    })
  if (whose.length === 0) return { reviews: [], total: 0 }
  const { docs, totalDocs } = await req.payload.find({
    collection: 'reviews',
    req,
    overrideAccess: false,
    depth: 1,
    where: { or: whose },
    sort: '-createdAt',
    limit: 6,
    // A page that was never published has its title in its draft.
    draft: true,
    fallbackLocale: await anyLanguage(req),
    populate: {
      pages: { title: true },
      users: { firstName: true, lastName: true, email: true },
      tenants: {},
    },
  })
  const reviews = docs.map(
    ({ id, page, state, createdBy, createdAt, decidedAt, tenant }): ReviewItem => {
      const asker = populated(createdBy)
      return {
        id,
        page: idOf(page) ?? '',
        title: populated(page)?.title || 'Without a title',
        state,
        by: (asker && personName(asker)) ?? null,
        since: decidedAt ?? createdAt,
        tenant: idOf(tenant) ?? '',
      }
    },
  )
  return { reviews, total: totalDocs }
}
