import { AtriumError } from '@/errors'

const READABLE = ['application/json', 'multipart/form-data']

/**
 * Payload takes a body of another kind for none, and one that is no object for one, and fails on both (3.90).
 *
 * @throws AtriumError UNSUPPORTED_TYPE, BAD_REQUEST. A body that is no JSON at all is Payload's to refuse.
 */
export async function checkBody(request: Request): Promise<void> {
  const { headers } = request
  if (!Number(headers.get('content-length')) && !headers.has('transfer-encoding')) return
  const text = await textOf(request)
  if (text === '') return
  const body: unknown = text === undefined ? {} : JSON.parse(text)
  if (typeof body !== 'object' || body === null) throw new AtriumError('BAD_REQUEST')
}

/** Undefined for what is no JSON, and is to be read by others. */
async function textOf(request: Request): Promise<string | undefined> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  const isQuery =
    type === 'application/x-www-form-urlencoded' &&
    /x-(payload-)?http-method-override/.test([...request.headers.keys()].join())
  if (!READABLE.includes(type) && !isQuery) throw new AtriumError('UNSUPPORTED_TYPE')
  return type === 'application/json' ? request.clone().text() : undefined
}
