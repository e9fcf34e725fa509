import type { Endpoint } from 'payload'

import { resolveSpace } from '@/access/resolveSpace'
import { EDITORS } from '@/access/rules'
import { readOptions, receiveImport } from '@/transfer/importFile'

import { importRedirects } from './importRedirects'
import { MAX_BYTES, readRows } from './readRows'

/** `POST /api/redirects/import?dryRun=true&mode=valid`: a file with `from,to,type`, into the space of the caller. */
export const importEndpoint: Endpoint = {
  path: '/import',
  method: 'post',
  handler: async (req) => {
    const { scope, tenant } = await resolveSpace(req, EDITORS)
    const options = readOptions(req)
    const { bytes, format } = await receiveImport(req, { csv: MAX_BYTES, json: MAX_BYTES })
    const result = await importRedirects(req.payload, scope, {
      ...options,
      tenant,
      rows: readRows(bytes, format),
      userId: scope.staff ? null : scope.userId,
    })
    return Response.json(result)
  },
}
