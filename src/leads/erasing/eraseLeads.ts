import type { PayloadRequest } from 'payload'

import { idOf } from '@/access/rules'
import type { Erasure, Form, FormSubmission } from '@/payload-types'

interface Wish {
  readonly tenant: string
  readonly ids: readonly string[]
  readonly reason: Erasure['reason']
  /** Who asked; nobody when their time was over. */
  readonly person: string | null
}

export interface Erased {
  readonly form: string
  readonly leads: number
  readonly deliveries: number
}

/**
 * Erases leads with all that belongs to them, and reports how many of which form, in the transaction of `req`. Whose they are and
 * who may is asked before.
 */
export async function eraseLeads(
  req: PayloadRequest,
  { tenant, ids, reason, person }: Wish,
): Promise<Erased[]> {
  if (ids.length === 0) return []
  const { db } = req.payload
  const { docs } = await db.find<FormSubmission>({
    collection: 'form-submissions',
    where: { id: { in: [...ids] } },
    pagination: false,
    limit: ids.length,
    req,
  })
  const byForm = groupByForm(docs)
  const report: Erased[] = []
  for (const [form, leads] of byForm) {
    const own = { in: leads.map(({ id }) => id) }
    // They go with their leads, by the foreign key: here they are only counted.
    const { totalDocs } = await db.count({ collection: 'deliveries', where: { lead: own }, req })
    await db.deleteMany({ collection: 'form-submissions', where: { id: own }, req })
    const found = await db.findOne<Form>({
      collection: 'forms',
      where: { id: { equals: form } },
      req,
    })
    const erased = { form: found?.title ?? 'A form', leads: leads.length, deliveries: totalDocs }
    const { form: formTitle, ...counts } = erased
    await db.create({
      collection: 'erasures',
      data: { tenant, reason, formTitle, ...counts, createdBy: person },
      req,
    })
    report.push(erased)
  }
  return report
}

function groupByForm(leads: readonly FormSubmission[]): Map<string, FormSubmission[]> {
  const groups = new Map<string, FormSubmission[]>()
  for (const lead of leads) {
    const form = idOf(lead.form) ?? ''
    groups.set(form, [...(groups.get(form) ?? []), lead])
  }
  return groups
}
