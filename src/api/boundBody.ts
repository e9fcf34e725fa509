import { env } from '@/env'
import { AtriumError } from '@/errors'

const tooLarge = (limit: number) =>
  new AtriumError('TOO_LARGE', {
    message: `The body may have up to ${Math.floor(limit / 1024)} kB.`,
  })

/**
 * Bounds what a stranger can make the server read. Uploads (multipart) may be larger; a body whose length is not announced
 * is counted while it is read.
 */
export async function boundBody(request: Request): Promise<Request> {
  if (!request.body) return request
  const upload = request.headers.get('content-type')?.startsWith('multipart/form-data') ?? false
  // The form around a file has room for its fields.
  const limit = upload ? env().MAX_UPLOAD_BYTES + 1_048_576 : env().MAX_BODY_BYTES
  const announced = request.headers.get('content-length')
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
