import type { Endpoint, Where } from 'payload'
import { z } from 'zod'

import { EDITORS } from '@/access/rules'
import { streamCsv } from '@/csv/streamCsv'
import { withScope } from '@/db/withScope'
import { AtriumError } from '@/errors'

import { leadRows, loadLeadIds, loadLeadTable, MAX_EXPORT } from './exportLeads'
import { LEAD_STATUSES } from './leadStatus'
import { tenantForRole } from '@/access/tenantForRole'

const query = z.object({
  form: z.uuid().optional(),
  status: z.enum(LEAD_STATUSES.map(({ value }) => value)).optional(),
})

const isWhere = (value: unknown): value is Where =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `GET /api/form-submissions/export?form=…&status=…&where[…]`: leads as a table, for owners and editors of one space. */
export const exportEndpoint: Endpoint = {
  path: '/export',
  method: 'get',
  handler: async (req) => {
    const { tenant, scope } = await tenantForRole(req, EDITORS)
    const parsed = query.safeParse({ form: req.query?.form, status: req.query?.status })
    if (!parsed.success)
      throw new AtriumError('BAD_REQUEST', { message: 'There is no such form or status.' })
    const { form, status } = parsed.data
    const where: Where = {
      and: [
        ...(form ? [{ form: { equals: form } }] : []),
        ...(status ? [{ status: { equals: status } }] : []),
        ...(isWhere(req.query?.where) ? [req.query.where] : []),
      ],
    }
    const { ids, table } = await withScope(scope, async () => {
      const ids = await loadLeadIds(req, where)
      return { ids, table: await loadLeadTable(req, form) }
    })
    if (ids.length > MAX_EXPORT) {
      throw new AtriumError('TOO_LARGE', {
        message: `An export has up to ${MAX_EXPORT.toLocaleString('en')} leads. Choose a form or a time.`,
      })
    }
    req.payload.logger.info({
      msg: 'Leads exported',
      tenant,
      user: req.user?.id,
      leads: ids.length,
      form,
      status,
    })
    const day = new Date().toISOString().slice(0, 10)
    return new Response(streamCsv(table.columns, leadRows(req, scope, ids, table)), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="leads-${day}.csv"`,
        'X-Content-Type-Options': 'nosniff',
      },
    })
  },
}
