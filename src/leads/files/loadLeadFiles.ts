import type { PayloadRequest } from 'payload'

import { idOf } from '@/access/rules'
import type { LeadFile } from '@/payload-types'

/** The files of these leads that who asks may read, by lead, in the order in which they came. */
export async function loadLeadFiles(
  req: PayloadRequest,
  leads: readonly string[],
): Promise<Map<string, LeadFile[]>> {
  const { docs } = await req.payload.find({
    collection: 'lead-files',
    where: { lead: { in: [...leads] } },
    sort: ['createdAt', 'id'],
    depth: 0,
    pagination: false,
    overrideAccess: false,
    req,
  })
  const byLead = new Map<string, LeadFile[]>()
  for (const file of docs) {
    const lead = idOf(file.lead) ?? ''
    byLead.set(lead, [...(byLead.get(lead) ?? []), file])
  }
  return byLead
}
