import { env } from '@/env'
import { AtriumError } from '@/errors'

import { addressOf } from './rateLimits'
import { reserveUpload } from './uploadsInFlight'

const tooLarge = (limit: number) =>
  new AtriumError('TOO_LARGE', {
    message: `The body may have up to ${Math.floor(limit / 1024)} kB.`,
  })

/** The form around a file has room for its fields. */
const FIELDS = 1_048_576

const isUpload = ({ headers }: Request): boolean =>
  headers.get('content-type')?.startsWith('multipart/form-data') ?? false

/** What a visitor sends with a form, see submitEndpoint.ts: it knows the form, and how much that asks for, before it reads. */
const isSubmission = ({ url }: Request): boolean =>
  /^\/api\/forms\/[^/]+\/submit\/?$/.test(new URL(url).pathname)

/** A ZIP with files, see src/transfer/media. */
const isArchive = ({ url }: Request): boolean =>
  /^\/api\/media\/import\/?$/.test(new URL(url).pathname)

function limitOf(request: Request): number {
  if (!isUpload(request)) return env().MAX_BODY_BYTES
  const { MAX_ARCHIVE_BYTES, MAX_FORM_UPLOAD_BYTES, MAX_UPLOAD_BYTES } = env()
  if (isArchive(request)) return FIELDS + MAX_ARCHIVE_BYTES
  return FIELDS + (isSubmission(request) ? MAX_FORM_UPLOAD_BYTES : MAX_UPLOAD_BYTES)
}

/**
 * Reserves room for an upload, as large as it says that it is.
 *
 * @returns gives it back; @throws AtriumError BUSY
 */
export function reserveRoom(request: Request): () => void {
  if (!request.body || !isUpload(request)) return () => {}
  const limit = limitOf(request)
  const announced = Number(request.headers.get('content-length') ?? limit)
  return reserveUpload(Math.min(announced, limit), addressOf(request.headers))
}

/**
 * Bounds what a stranger can make the server read. Uploads (multipart) may be larger; a body whose length is not announced
 * is counted while it is read, but for files with a form: those would be read before the form is asked whether it takes any.
 */
export async function boundBody(request: Request): Promise<Request> {
  if (!request.body) return request
  const limit = limitOf(request)
  const announced = request.headers.get('content-length')
  if (announced === null && isUpload(request) && isSubmission(request))
    throw new AtriumError('LENGTH_REQUIRED')
  if (announced !== null) {
    if (Number(announced) > limit) throw tooLarge(limit)
    return request
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge(limit)
    chunks.push(chunk)
  }
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    body: Buffer.concat(chunks),
  })
}
