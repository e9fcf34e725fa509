import { z } from 'zod'

import { eraseLeads } from '@/leads/erasing/eraseLeads'
import { inTransaction } from '@/leads/inTransaction'
import type { Form, FormSubmission } from '@/payload-types'

import { defineTask } from '../defineTask'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR
/** So that one transaction never holds many rows. */
const AT_ONCE = 500

/** Erases the leads of a space whose time is over, form by form. A second run erases what the first one left. */
export const eraseOldLeadsOf = defineTask({
  slug: 'eraseOldLeadsOf',
  label: 'Erase old leads',
  runsAs: 'tenant',
  retries: { attempts: 8, overMs: DAY },
  input: z.object({}),
  handler: async ({ req, tenant, signal }) => {
    if (tenant === null) return
    const { db } = req.payload
    const { docs: forms } = await db.find<Form>({
      collection: 'forms',
      where: { retentionDays: { greater_than: 0 } },
      pagination: false,
      req,
    })
    for (const { id: form, retentionDays } of forms) {
      const until = new Date(Date.now() - Number(retentionDays) * DAY).toISOString()
      let left = true
      while (left) {
        signal.throwIfAborted()
        const { docs } = await db.find<FormSubmission>({
          collection: 'form-submissions',
          where: { and: [{ form: { equals: form } }, { createdAt: { less_than: until } }] },
          limit: AT_ONCE,
          pagination: false,
          req,
        })
        const ids = docs.map(({ id }) => id)
        await inTransaction(req, () =>
          eraseLeads(req, { tenant, ids, reason: 'retention', person: null }),
        )
        left = ids.length === AT_ONCE
      }
    }
  },
})
