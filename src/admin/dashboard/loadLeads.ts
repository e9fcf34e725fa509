import type { PayloadRequest } from 'payload'

import { idOf } from '@/access/rules'
import { populated } from '@/site/populated'

export interface LeadItem {
  readonly id: string
  readonly from: string
  readonly form: string
  readonly tenant: string
  readonly createdAt: string
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000

/** The newest leads of the last seven days that nobody has taken up, and how many they are. */
export async function loadLeads(
  req: PayloadRequest,
  tenants: readonly string[],
  now = Date.now(),
): Promise<{ leads: LeadItem[]; total: number }> {
  if (tenants.length === 0) return { leads: [], total: 0 }
  const { docs, totalDocs } = await req.payload.find({
    collection: 'form-submissions',
    req,
    overrideAccess: false,
    depth: 1,
    where: {
      and: [
        { tenant: { in: [...tenants] } },
        { status: { equals: 'new' } },
        { createdAt: { greater_than: new Date(now - WEEK_MS).toISOString() } },
      ],
    },
    sort: '-createdAt',
    limit: 5,
    select: { summary: true, form: true, tenant: true, createdAt: true },
    populate: { forms: { title: true }, tenants: {} },
  })
  const leads = docs.map(({ id, summary, form, tenant, createdAt }) => ({
    id,
    from: summary || 'Somebody',
    form: populated(form)?.title ?? 'A form',
    tenant: idOf(tenant) ?? '',
    createdAt,
  }))
  return { leads, total: totalDocs }
}
