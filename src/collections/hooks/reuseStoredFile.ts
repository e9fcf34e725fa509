import type { CollectionBeforeOperationHook, PayloadRequest, Where } from 'payload'

import { AtriumError } from '@/errors'
import { loadStoredFile } from '@/media/loadStoredFile'

import { resolveUploadEdits, type UploadEdits } from './resolveUploadEdits'

/**
 * A crop or a focal point of a picture that is stored already: hands Payload its bytes out of the storage. Payload (3.90)
 * would fetch them from the picture's own public address, which may not lead back to this server.
 *
 * Whose picture it is, is asked as Payload asks: by the rule for updates, in the caller's scope. Who is refused here is
 * refused by Payload in the next step, in its own words.
 */
export const reuseStoredFile: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'update' || req.file || !('data' in args)) return args
  const data: Readonly<Record<string, unknown>> = args.data
  const asked = askedEdits(req)
  if (!asked && data.focalX == null && data.focalY == null) return args
  const id = 'id' in args && typeof args.id === 'string' ? args.id : undefined
  const allowed = overrideAccess || (await collection.access.update({ req, id, data }))
  if (allowed === false) return args
  if (id === undefined) {
    throw new AtriumError('VALIDATION_FAILED', {
      message: 'A crop or a focal point is set on one picture at a time.',
    })
  }
  const own: Where = { id: { equals: id } }
  const doc = await req.payload.db.findOne<StoredPicture>({
    collection: collection.slug,
    req,
    where: allowed === true ? own : { and: [own, allowed] },
  })
  if (!doc) return args
  const edits = resolveUploadEdits({ asked, data, stored: doc })
  setEdits(req, edits)
  if (!edits) return args
  const bytes = await loadStoredFile(req, collection, doc)
  req.file = { data: bytes, mimetype: doc.mimeType, name: doc.filename, size: bytes.length }
  // Under the name that it has, as when Payload loads it.
  return { ...args, overwriteExistingFiles: true }
}

type StoredPicture = Parameters<typeof resolveUploadEdits>[0]['stored'] & {
  readonly id: string
  readonly filename: string
}

/** What the admin sends in the query, as Payload reads it. */
function askedEdits({ query }: PayloadRequest): UploadEdits | undefined {
  const edits: unknown = query?.uploadEdits
  return typeof edits === 'object' && edits !== null ? edits : undefined
}

function setEdits(req: PayloadRequest, edits: UploadEdits | undefined): void {
  const { uploadEdits: _before, ...query } = req.query
  req.query = edits ? { ...query, uploadEdits: edits } : query
}
