import type { Endpoint } from 'payload'

import { resolveSpace } from '@/access/resolveSpace'
import { STAFF_ROLES } from '@/access/rules'
import { writeCsv } from '@/csv/writeCsv'
import { readInScope } from '@/db/readInScope'
import { download, readFormat } from '@/transfer/download'

interface ExportRow {
  readonly from: string
  readonly to: string | null
  readonly type: string
}

/** `GET /api/redirects/export?format=csv`: the space's redirects as the import reads them. Pages stand by their address of now. */
export const exportEndpoint: Endpoint = {
  path: '/export',
  method: 'get',
  handler: async (req) => {
    const { scope, tenant } = await resolveSpace(req, STAFF_ROLES)
    const format = readFormat(req, ['csv', 'json'], 'csv')
    const { rows } = await readInScope(req.payload, scope, (client) =>
      client.query<ExportRow>(
        `select r."from", r.type::text as type, coalesce(
           r.to_url,
           atrium_page_href($1, atrium_address_locale($1, r."from"), coalesce(own.path, main.path))
         ) as "to"
         from redirects r
         left join pages_locales own
           on own._parent_id = r.to_reference_id and own._locale = atrium_address_locale($1, r."from")
         left join pages_locales main
           on main._parent_id = r.to_reference_id and main._locale = atrium_default_locale($1)
         where r.tenant_id = $1 order by r."from"`,
        [tenant],
      ),
    )
    if (format === 'json') return download('redirects', format, JSON.stringify({ redirects: rows }))
    const cells = rows.map(({ from, to, type }) => [from, to ?? '', type])
    return download('redirects', format, writeCsv(['from', 'to', 'type'], cells))
  },
}
