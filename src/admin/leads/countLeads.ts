import type { Payload } from 'payload'

import { readInScope } from '@/db/readInScope'
import type { Scope } from '@/db/scope'
import type { LeadStatus } from '@/leads/leadStatus'

interface Row {
  readonly form: string
  readonly title: string
  readonly status: LeadStatus
  readonly count: number
}

export interface FormCounts {
  readonly form: string
  readonly title: string
  readonly byStatus: Partial<Record<LeadStatus, number>>
  readonly total: number
}

/** How many leads of which form are in which state, in the scope of who asks: one query. */
export async function countLeads(
  payload: Payload,
  scope: Scope,
  tenant: string | undefined,
): Promise<FormCounts[]> {
  const rows = await readInScope(payload, scope, async (client) => {
    const found = await client.query<Row>(
      `select s.form_id as form, f.title, s.status::text as status, count(*)::int as count
       from form_submissions s join forms f on f.id = s.form_id and f.tenant_id = s.tenant_id
       where $1::uuid is null or s.tenant_id = $1
       group by s.form_id, f.title, s.status order by f.title, s.form_id`,
      [tenant ?? null],
    )
    return found.rows
  })
  const forms = new Map<string, FormCounts>()
  for (const { form, title, status, count } of rows) {
    const known = forms.get(form) ?? { form, title, byStatus: {}, total: 0 }
    const byStatus = { ...known.byStatus, [status]: count }
    forms.set(form, { ...known, byStatus, total: known.total + count })
  }
  return [...forms.values()]
}
