import type { ServerFunction } from 'payload'

import { JOBS } from '@/db/ownJob'

import { scheduledPublish, schedulePublish } from './tasks/schedulePublish'

interface Upcoming {
  readonly id: string
  readonly input: {
    readonly type: 'publish' | 'unpublish'
    readonly timezone?: string
    readonly locale?: string
  }
  readonly waitUntil?: string | null
}

/**
 * What the drawer “Schedule publish” lists, in the place of Payload's own function: that asks the access function about a
 * document that has nothing but a status, and so refuses everybody whose rights depend on the space (3.90).
 */
export const upcomingPublishFunction: ServerFunction<
  Record<string, unknown>,
  Promise<Upcoming[]>
> = async ({ req, ...args }) => {
  const { docs } = await req.payload.find({
    collection: JOBS,
    where: {
      taskSlug: { equals: schedulePublish.slug },
      document: { equals: `${String(args.collectionSlug)}/${String(args.id)}` },
      state: { equals: 'waiting' },
    },
    depth: 0,
    overrideAccess: false,
    pagination: false,
    limit: 100,
    req,
    sort: 'waitUntil',
  })
  return docs.flatMap(({ id, input, waitUntil }) => {
    const parsed = scheduledPublish.safeParse(input)
    return parsed.success ? [{ id, input: parsed.data, waitUntil }] : []
  })
}
