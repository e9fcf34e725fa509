import type { Endpoint } from 'payload'

import { idOf } from '@/access/rules'
import { AtriumError } from '@/errors'
import { openStoredFile } from '@/media/loadStoredFile'

import { STORED_NAME } from './storedLeadFile'

const collection = 'lead-files'

/**
 * `GET /api/lead-files/file/:filename`, for those who may read the lead, instead of Payload's own, which says 403 for what is not there
 * and offers the name that the storage has. A stranger made the file: it is saved and never shown, and no page of the space runs it.
 */
export const downloadEndpoint: Endpoint = {
  path: '/file/:filename',
  method: 'get',
  handler: async (req) => {
    const filename: unknown = req.routeParams?.filename
    const isName = typeof filename === 'string' && STORED_NAME.test(filename)
    const { docs } = await req.payload.find({
      collection,
      where: { filename: { equals: isName ? filename : '' } },
      limit: 1,
      pagination: false,
      depth: 0,
      overrideAccess: false,
      req,
    })
    const [file] = docs
    if (!file?.filename) throw new AtriumError('NOT_FOUND')
    const { config } = req.payload.collections[collection]
    const stored = await openStoredFile(req, config, { ...file, filename: file.filename })
    req.payload.logger.info({
      msg: 'A file of a lead downloaded',
      tenant: idOf(file.tenant),
      user: req.user?.id,
      file: file.id,
    })
    return new Response(stored.body, {
      headers: {
        'Content-Type': file.mimeType ?? 'application/octet-stream',
        'Content-Disposition': asAttachment(file.name),
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'Cross-Origin-Resource-Policy': 'same-origin',
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, no-store',
      },
    })
  },
}

/** With the name in ASCII for old programs, and as it is for all others (RFC 6266). */
function asAttachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}
