import { z } from 'zod'

import { embedBatch } from '@/search/embeddings/embedSpace'
import { embeddingsSettings } from '@/search/embeddings/embeddingsSettings'
import { invalidateTenant } from '@/tenancy/invalidateTenant'

import { defineTask, type Task } from '../defineTask'
import { queueJob } from '../queueJob'

const HOUR = 60 * 60_000
/** So that a space with many pages takes turns with others: the rest is for the next job. */
const BATCHES = 40

/**
 * Makes vectors of the pages of a space whose text has changed: for related pages. It looks for them by itself, so that one job does
 * for many changes, and a second run finds nothing left to do.
 */
export const embedPages: Task<Record<string, never>> = defineTask({
  slug: 'embedPages',
  label: 'Compare pages',
  runsAs: 'tenant',
  // The first waits are 3, 6 and 11 minutes.
  retries: { attempts: 8, overMs: 6 * HOUR },
  input: z.object({}),
  handler: async ({ req, tenant, signal }) => {
    const settings = embeddingsSettings()
    if (!settings || tenant === null) return
    let [more, changed] = [true, false]
    try {
      for (let batch = 0; more && batch < BATCHES; batch++) {
        signal.throwIfAborted()
        const done = await embedBatch(req.payload, settings, tenant, signal)
        more = done.more
        changed ||= done.changed
      }
    } finally {
      if (changed) await invalidateTenant(req.payload, tenant)
    }
    if (more) await queueJob(req, embedPages, {})
  },
})
