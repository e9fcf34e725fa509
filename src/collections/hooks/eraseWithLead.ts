import type { CollectionBeforeDeleteHook } from 'payload'

import { idOf } from '@/access/rules'
import { eraseFiles } from '@/leads/files/eraseFiles'
import type { FormSubmission } from '@/payload-types'

/** What was sent because of a lead, and what came with it, goes with it. */
export const eraseWithLead: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { db } = req.payload
  await db.deleteMany({ collection: 'deliveries', req, where: { lead: { equals: id } } })
  const lead = await db.findOne<FormSubmission>({
    collection: 'form-submissions',
    where: { id: { equals: id } },
    req,
  })
  const tenant = idOf(lead?.tenant)
  if (tenant) await eraseFiles(req, tenant, [String(id)])
}
