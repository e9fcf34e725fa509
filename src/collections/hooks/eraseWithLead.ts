import type { CollectionBeforeDeleteHook } from 'payload'

import { idOf } from '@/access/rules'
import { eraseFiles } from '@/leads/files/eraseFiles'
import type { FormSubmission } from '@/payload-types'

/** What came with a lead goes with it, from the storage too. What was sent because of it goes by a foreign key. */
export const eraseWithLead: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const lead = await req.payload.db.findOne<FormSubmission>({
    collection: 'form-submissions',
    where: { id: { equals: id } },
    req,
  })
  const tenant = idOf(lead?.tenant)
  if (tenant) await eraseFiles(req, tenant, [String(id)])
}
