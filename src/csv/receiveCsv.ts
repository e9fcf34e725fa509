import type { PayloadRequest } from 'payload'

import { AtriumError } from '@/errors'

/** The file of a form that was sent (`multipart/form-data`, field `file`). @throws AtriumError when there is none. */
export async function receiveCsv(req: PayloadRequest, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new AtriumError('TOO_LARGE', {
      message: `The file may have up to ${Math.floor(maxBytes / 1024)} kB.`,
    })
  // The form around the file has room for its fields; what is far larger is not even read.
  if (Number(req.headers.get('content-length')) > maxBytes + 65_536) throw tooLarge()
  const form = await req.formData?.().catch(() => undefined)
  const file = form?.get('file')
  if (!(file instanceof Blob)) {
    throw new AtriumError('BAD_REQUEST', {
      message: 'Send the file as multipart/form-data, in the field “file”.',
    })
  }
  if (file.size > maxBytes) throw tooLarge()
  return new Uint8Array(await file.arrayBuffer())
}
