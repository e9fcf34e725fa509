import type { Endpoint, PayloadRequest } from 'payload'
import type { PoolClient } from 'pg'

import { EDITORS, STAFF_ROLES } from '@/access/rules'
import { resolveSpace } from '@/access/resolveSpace'
import { readInScope } from '@/db/readInScope'
import type { Scope } from '@/db/scope'
import { AtriumError } from '@/errors'

import { download, readFormat } from './download'
import { readOptions, receiveImport, type FileFormat, type ImportedFile } from './importFile'
import { requestOf } from './inOneTransaction'
import { languagesOf, type Languages } from './languagesOf'
import type { ImportOptions, ImportReport } from './report'

/** Where something is exported from, or imported to, and by whom. */
interface Place {
  readonly req: PayloadRequest
  readonly scope: Scope
  readonly tenant: string
  readonly languages: Languages
}

interface Transferred<Found, In extends FileFormat> {
  readonly name: 'pages' | 'media'
  readonly maxExported: number
  /** The formats, the usual one first. */
  readonly formats: readonly [In, ...In[]]
  /** Of a file that is imported. */
  readonly maxBytes: Readonly<Record<In, number>>
  /** What there is to be exported: ids and addresses, and no contents yet. */
  readonly find: (client: PoolClient, tenant: string) => Promise<Found>
  readonly countOf: (found: Found) => number
  readonly write: Readonly<
    Record<In, (place: Place & { readonly found: Found }) => ReadableStream<Uint8Array>>
  >
  readonly take: (file: ImportedFile<In>, asked: Place & ImportOptions) => Promise<ImportReport>
}

/** `GET …/export?format=json`, for whoever works in the space, and `POST …/import?dryRun=true&mode=valid`, for owners and editors. */
export function transferEndpoints<Found, In extends FileFormat>({
  name,
  formats,
  maxExported,
  maxBytes,
  find,
  countOf,
  write,
  take,
}: Transferred<Found, In>): Endpoint[] {
  const note = (req: PayloadRequest, tenant: string, done: string, counts: object) =>
    req.payload.logger.info({ msg: `${name} ${done}`, tenant, user: req.user?.id, ...counts })

  const exportEndpoint: Endpoint = {
    path: '/export',
    method: 'get',
    handler: async (req) => {
      const { scope, tenant } = await resolveSpace(req, STAFF_ROLES)
      const format = readFormat(req, formats, formats[0])
      const found = await readInScope(req.payload, scope, (client) => find(client, tenant))
      const count = countOf(found)
      if (count > maxExported) {
        throw new AtriumError('TOO_LARGE', {
          message: `An export has up to ${maxExported.toLocaleString('en')} ${name}.`,
        })
      }
      const languages = await languagesOf(req, tenant)
      const place = { req: await requestOf(req), scope, tenant, languages }
      note(req, tenant, 'exported', { count, format })
      return download(name, format, write[format]({ ...place, found }))
    },
  }

  const importEndpoint: Endpoint = {
    path: '/import',
    method: 'post',
    handler: async (req) => {
      const { scope, tenant } = await resolveSpace(req, EDITORS)
      const options = readOptions(req)
      const file = await receiveImport(req, maxBytes)
      const languages = await languagesOf(req, tenant)
      const report = await take(file, { ...options, req, scope, tenant, languages })
      const { imported, created, changed } = report
      if (imported) note(req, tenant, 'imported', { created, changed })
      return Response.json(report)
    },
  }

  return [exportEndpoint, importEndpoint]
}
