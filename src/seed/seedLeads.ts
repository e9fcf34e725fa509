import type { Payload } from 'payload'

import type { User } from '@/payload-types'

import { asSystem } from './asSystem'
import type { LeadSeed, SpaceSeed } from './content/types'
import type { Report } from './report'

const DAY = 24 * 60 * 60 * 1000

/** As the site's own form handler sums up a lead, see `submitForm`. */
export const summaryOf = ({ answers }: LeadSeed): string =>
  [answers.name, answers.email].filter(Boolean).join(' · ')

/** What people have sent in over the last weeks. */
export async function seedLeads(
  payload: Payload,
  {
    tenant,
    space,
    writers,
    forms,
    report,
  }: {
    tenant: string
    space: SpaceSeed
    writers: Readonly<Record<'owner' | 'editor', User>>
    forms: ReadonlyMap<string, string>
    report: Report
  },
): Promise<void> {
  const { docs } = await payload.find({
    ...asSystem,
    collection: 'form-submissions',
    where: { tenant: { equals: tenant } },
    pagination: false,
    select: { summary: true },
  })
  const known = new Set(docs.map(({ summary }) => summary))
  const missing = space.leads.filter((lead) => !known.has(summaryOf(lead)))
  for (const lead of missing) {
    const form = forms.get(lead.form)
    if (form === undefined) throw new Error(`There is no form ${lead.form} for ${summaryOf(lead)}`)
    await payload.create({
      ...asSystem,
      collection: 'form-submissions',
      user: lead.assignee && { ...writers[lead.assignee], collection: 'users' },
      data: {
        tenant,
        form,
        status: lead.status ?? 'new',
        assignee: lead.assignee && writers[lead.assignee].id,
        // Signed with whoever looks after it.
        notes: lead.note === undefined ? [] : [{ text: lead.note }],
        summary: summaryOf(lead),
        submissionData: Object.entries(lead.answers).map(([field, value]) => ({ field, value })),
        createdAt: new Date(Date.now() - lead.daysAgo * DAY).toISOString(),
      },
    })
  }
  if (missing.length > 0) report(`leads: ${missing.length}`)
}
