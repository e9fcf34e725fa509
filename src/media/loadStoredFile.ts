import { isolateObjectProperty, type PayloadRequest, type SanitizedCollectionConfig } from 'payload'

import { AtriumError } from '@/errors'

/** A document of a collection with uploads, as the database has it. */
export interface StoredDocument {
  readonly id: string
  readonly filename: string
}

type Collection = Pick<SanitizedCollectionConfig, 'slug' | 'upload'>

/**
 * A stored file, whole, from the adapter that serves it: disk or S3. It asks nobody's right: `doc` has to come out of the
 * caller's own scope and access.
 *
 * @throws AtriumError CONFLICT when the storage has no such file, STORAGE_UNAVAILABLE when it does not answer.
 */
export async function openStoredFile(
  req: PayloadRequest,
  { slug, upload }: Collection,
  doc: StoredDocument,
): Promise<Response> {
  // A question without headers: a Range or If-None-Match of the request at hand would get a part, or nothing.
  const plain = isolateObjectProperty(req, 'headers')
  plain.headers = new Headers()
  const params = { collection: slug, filename: doc.filename }
  for (const handler of upload.handlers ?? []) {
    const response = await handler(plain, { doc, params })
    if (response instanceof Response) return whole(response, doc)
  }
  throw new Error(`${slug}: no storage serves its files, see src/media`)
}

/** The bytes of a stored file. @throws as {@link openStoredFile} */
export async function loadStoredFile(
  req: PayloadRequest,
  collection: Collection,
  doc: StoredDocument,
): Promise<Buffer> {
  const response = await openStoredFile(req, collection, doc)
  try {
    return Buffer.from(await response.arrayBuffer())
  } catch (error) {
    throw new AtriumError('STORAGE_UNAVAILABLE', { internal: String(error) })
  }
}

function whole(response: Response, { id, filename }: StoredDocument): Response {
  if (response.status === 404) {
    throw new AtriumError('CONFLICT', {
      message: 'This file is missing in the storage. It has to be uploaded again.',
      internal: `${filename} of ${id}`,
    })
  }
  if (response.status !== 200) {
    throw new AtriumError('STORAGE_UNAVAILABLE', { internal: `${filename}: ${response.status}` })
  }
  return response
}
