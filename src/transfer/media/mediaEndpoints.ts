import type { Endpoint } from 'payload'

import { EDITORS, STAFF_ROLES } from '@/access/rules'
import { resolveSpace } from '@/access/resolveSpace'
import { readInScope } from '@/db/readInScope'
import { AtriumError } from '@/errors'

import { download, readFormat } from '../download'
import { readOptions, receiveImport } from '../importFile'
import { requestOf } from '../inOneTransaction'
import { languagesOf } from '../languagesOf'
import { mediaAsCsv, mediaAsJson } from './exportMedia'
import { importMedia } from './importMedia'
import { MAX_BYTES, readMedia } from './readMedia'

const MAX_EXPORTED = 10_000

/** `GET /api/media/export?format=json`: what is said of the media of the space, and where their files are. */
const exportEndpoint: Endpoint = {
  path: '/export',
  method: 'get',
  handler: async (req) => {
    const { scope, tenant } = await resolveSpace(req, STAFF_ROLES)
    const format = readFormat(req)
    const ids = await readInScope(req.payload, scope, async (client) => {
      const { rows } = await client.query<{ id: string }>(
        `select id from media where tenant_id = $1 and deleted_at is null order by filename limit $2`,
        [tenant, MAX_EXPORTED + 1],
      )
      return rows.map(({ id }) => id)
    })
    if (ids.length > MAX_EXPORTED) {
      throw new AtriumError('TOO_LARGE', {
        message: `An export has up to ${MAX_EXPORTED.toLocaleString('en')} media.`,
      })
    }
    const languages = await languagesOf(req, tenant)
    const given = { req: await requestOf(req), scope, ids, languages }
    return download('media', format, format === 'csv' ? mediaAsCsv(given) : mediaAsJson(given))
  },
}

/** `POST /api/media/import?dryRun=true&mode=valid`: a file with descriptions of media, into the space of the caller. */
const importEndpoint: Endpoint = {
  path: '/import',
  method: 'post',
  handler: async (req) => {
    const { scope, tenant } = await resolveSpace(req, EDITORS)
    const options = readOptions(req)
    const { bytes, format } = await receiveImport(req, MAX_BYTES)
    const languages = await languagesOf(req, tenant)
    const read = readMedia(bytes, format, languages)
    return Response.json(await importMedia(req, { ...options, ...read, scope, tenant, languages }))
  },
}

export const mediaTransferEndpoints: Endpoint[] = [exportEndpoint, importEndpoint]
