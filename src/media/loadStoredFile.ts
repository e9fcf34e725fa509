import { isolateObjectProperty, type PayloadRequest, type SanitizedCollectionConfig } from 'payload'

import { AtriumError } from '@/errors'

/** A document of a collection with uploads, as the database has it. */
export interface StoredDocument {
  readonly id: string
  readonly filename: string
}

/**
 * The bytes of a stored file, from the adapter that serves it: disk or S3. It asks nobody's right: `doc` has to come out of
 * the caller's own scope and access.
 *
 * @throws AtriumError CONFLICT when the storage has no such file, STORAGE_UNAVAILABLE when it does not answer.
 */
export async function loadStoredFile(
  req: PayloadRequest,
  { slug, upload }: Pick<SanitizedCollectionConfig, 'slug' | 'upload'>,
  doc: StoredDocument,
): Promise<Buffer> {
  // A question without headers: a Range or If-None-Match of the request at hand would get a part, or nothing.
  const plain = isolateObjectProperty(req, 'headers')
  plain.headers = new Headers()
  const params = { collection: slug, filename: doc.filename }
  for (const handler of upload.handlers ?? []) {
    const response = await handler(plain, { doc, params })
    if (response instanceof Response) return bytesOf(response, doc)
  }
  throw new Error(`${slug}: no storage serves its files, see src/media`)
}

async function bytesOf(response: Response, { id, filename }: StoredDocument): Promise<Buffer> {
  if (response.status === 404) {
    throw new AtriumError('CONFLICT', {
      message: 'The file of this medium is missing in the storage. Upload it again.',
      internal: `${filename} of ${id}`,
    })
  }
  if (response.status !== 200) {
    throw new AtriumError('STORAGE_UNAVAILABLE', { internal: `${filename}: ${response.status}` })
  }
  try {
    return Buffer.from(await response.arrayBuffer())
  } catch (error) {
    throw new AtriumError('STORAGE_UNAVAILABLE', { internal: String(error) })
  }
}
