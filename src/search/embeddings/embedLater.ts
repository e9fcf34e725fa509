import type { CollectionAfterChangeHook } from 'payload'

import { idOf } from '@/access/rules'
import { JOBS } from '@/db/ownJob'
import { queueJob } from '@/jobs/queueJob'
import { embedPages } from '@/jobs/tasks/embedPages'

import { embeddingsSettings } from './embeddingsSettings'

/** Whoever writes saves often: one job does for all of it. */
const WAIT_MS = 60_000
/** A job that is due sooner may begin before this change is committed, and would not see it. */
const NEAR_MS = 15_000

/** Has the vectors of a space's pages looked at, once the change of a page is committed and nobody has changed one for a moment. */
export const embedLater: CollectionAfterChangeHook = async ({ doc, req }) => {
  const tenant = idOf(doc.tenant)
  if (tenant === undefined || !embeddingsSettings()) return doc
  const soon = new Date(Date.now() + NEAR_MS).toISOString()
  const { totalDocs } = await req.payload.db.count({
    collection: JOBS,
    req,
    where: {
      and: [
        { taskSlug: { equals: embedPages.slug } },
        { tenant: { equals: tenant } },
        { state: { equals: 'waiting' } },
        { waitUntil: { greater_than: soon } },
      ],
    },
  })
  if (totalDocs === 0)
    await queueJob(req, embedPages, {}, { tenant, waitUntil: new Date(Date.now() + WAIT_MS) })
  return doc
}
