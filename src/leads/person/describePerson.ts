import type { PayloadRequest } from 'payload'

import { idOf } from '@/access/rules'

import { loadLeadFiles } from '../files/loadLeadFiles'
import { describeLeadFile, leadFilePath } from '../files/storedLeadFile'
import { nameAnswers } from '../nameAnswers'

/** What a space knows of a person, in a shape that one can hand out: answers in the words of the questions. */
export async function describePerson(req: PayloadRequest, email: string, ids: readonly string[]) {
  const common = { pagination: false, overrideAccess: false, req } as const
  const { docs: leads } = await req.payload.find({
    ...common,
    overrideAccess: false,
    collection: 'form-submissions',
    where: { id: { in: [...ids] } },
    sort: 'createdAt',
    depth: 1,
  })
  const { docs: deliveries } = await req.payload.find({
    ...common,
    overrideAccess: false,
    collection: 'deliveries',
    where: { lead: { in: [...ids] } },
    sort: 'createdAt',
    depth: 0,
  })
  const files = await loadLeadFiles(req, ids)
  return {
    email,
    exportedAt: new Date().toISOString(),
    leads: leads.map((lead) => ({
      id: lead.id,
      receivedAt: lead.createdAt,
      form: typeof lead.form === 'object' ? lead.form.title : null,
      status: lead.status,
      answers: nameAnswers(
        typeof lead.form === 'object' ? lead.form : {},
        lead.submissionData ?? [],
      ),
      files: (files.get(lead.id) ?? []).map((file) => ({
        ...describeLeadFile(file),
        download: leadFilePath(file),
      })),
      notes: (lead.notes ?? []).map(({ text, at }) => ({ text, at })),
      consent: lead.consent?.givenAt ? lead.consent : null,
      deliveries: deliveries
        .filter((delivery) => idOf(delivery.lead) === lead.id)
        .map(({ kind, target, state, sentAt, createdAt }) => ({
          kind,
          target,
          state,
          sentAt,
          createdAt,
        })),
    })),
  }
}
