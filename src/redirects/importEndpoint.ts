import type { Endpoint } from 'payload'

import { EDITORS } from '@/access/rules'
import { tenantForRole } from '@/access/tenantForRole'
import { readCsv } from '@/csv/readCsv'
import { receiveFile } from '@/csv/receiveFile'

import { importRedirects } from './importRedirects'

const MAX_BYTES = 1_048_576
/** More than a site that moves has addresses; and imported within seconds. */
const MAX_ROWS = 10_000

/** `POST /api/redirects/import?dryRun=true&mode=valid`: a CSV file with `from,to,type`, into the space of the caller. */
export const importEndpoint: Endpoint = {
  path: '/import',
  method: 'post',
  handler: async (req) => {
    const { scope, tenant } = await tenantForRole(req, EDITORS)
    const { bytes } = await receiveFile(req, MAX_BYTES)
    const rows = readCsv(bytes, {
      columns: ['from', 'to', 'type'],
      required: ['from', 'to'],
      maxBytes: MAX_BYTES,
      maxRows: MAX_ROWS,
    })
    const result = await importRedirects(req.payload, scope, {
      tenant,
      rows,
      dryRun: req.searchParams?.get('dryRun') === 'true',
      mode: req.searchParams?.get('mode') === 'valid' ? 'valid' : 'all',
      userId: scope.kind === 'member' && !scope.staff ? scope.userId : null,
    })
    return Response.json(result)
  },
}
