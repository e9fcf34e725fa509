import type { PayloadRequest } from 'payload'

import { idOf } from '@/access/rules'
import type { Erasure, Form, FormSubmission } from '@/payload-types'

import { eraseFiles } from '../files/eraseFiles'

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
  readonly files: number
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
    const erasing = leads.map(({ id }) => id)
    const own = { in: erasing }
    // They go with their leads, by the foreign key: here they are only counted.
    const { totalDocs } = await db.count({ collection: 'deliveries', where: { lead: own }, req })
    const files = await eraseFiles(req, tenant, erasing)
    await db.deleteMany({ collection: 'form-submissions', where: { id: own }, req })
    const found = await db.findOne<Form>({
      collection: 'forms',
      where: { id: { equals: form } },
      req,
    })
    const counts = { leads: leads.length, deliveries: totalDocs, files }
    const formTitle = found?.title ?? 'A form'
    await db.create({
      collection: 'erasures',
      data: { tenant, reason, formTitle, ...counts, createdBy: person },
      req,
    })
    report.push({ form: formTitle, ...counts })
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
