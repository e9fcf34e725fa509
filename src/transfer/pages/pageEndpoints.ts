import type { Endpoint } from 'payload'

import { EDITORS, STAFF_ROLES } from '@/access/rules'
import { resolveSpace } from '@/access/resolveSpace'
import { readInScope } from '@/db/readInScope'
import { AtriumError } from '@/errors'

import { download, readFormat } from '../download'
import { readOptions, receiveImport } from '../importFile'
import { requestOf } from '../inOneTransaction'
import { languagesOf } from '../languagesOf'
import { exportable, pagesAsCsv, pagesAsJson } from './exportPages'
import { importPages } from './importPages'
import { loadTree } from './loadTree'
import { MAX_BYTES, MAX_EXPORTED } from './pageLimits'
import { readPagesCsv } from './readPagesCsv'
import { readPagesJson } from './readPagesJson'

/** `GET /api/pages/export?format=json`: the pages of the space, drafts included, for whoever reads those. */
const exportPages: Endpoint = {
  path: '/export',
  method: 'get',
  handler: async (req) => {
    const { scope, tenant } = await resolveSpace(req, STAFF_ROLES)
    const format = readFormat(req)
    const tree = await readInScope(req.payload, scope, (client) => loadTree(client, tenant))
    if (exportable(tree).length > MAX_EXPORTED) {
      throw new AtriumError('TOO_LARGE', {
        message: `An export has up to ${MAX_EXPORTED.toLocaleString('en')} pages.`,
      })
    }
    const languages = await languagesOf(req, tenant)
    const given = { req: await requestOf(req), scope, tenant, tree, languages }
    req.payload.logger.info({ msg: 'Pages exported', tenant, user: req.user?.id })
    return download('pages', format, format === 'csv' ? pagesAsCsv(given) : pagesAsJson(given))
  },
}

/** `POST /api/pages/import?dryRun=true&mode=valid`: a file of pages, into the space of the caller. */
const importEndpoint: Endpoint = {
  path: '/import',
  method: 'post',
  handler: async (req) => {
    const { scope, tenant } = await resolveSpace(req, EDITORS)
    const options = readOptions(req)
    const { bytes, format } = await receiveImport(req, MAX_BYTES)
    const languages = await languagesOf(req, tenant)
    const read = format === 'csv' ? readPagesCsv : readPagesJson
    const report = await importPages(req, {
      ...options,
      ...read(bytes, languages),
      scope,
      tenant,
      languages,
    })
    if (report.imported)
      req.payload.logger.info({
        msg: 'Pages imported',
        tenant,
        user: req.user?.id,
        ...countsOf(report),
      })
    return Response.json(report)
  },
}

const countsOf = ({ created, changed }: { created: number; changed: number }) => ({
  created,
  changed,
})

export const pageTransferEndpoints: Endpoint[] = [exportPages, importEndpoint]
