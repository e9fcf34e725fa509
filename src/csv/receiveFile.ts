import type { PayloadRequest } from 'payload'

import { AtriumError } from '@/errors'

export interface ReceivedFile {
  readonly bytes: Uint8Array
  /** As whoever sent it says: good for a guess at the format, and for nothing else. */
  readonly name: string
  readonly type: string
}

const sizeOf = (bytes: number): string =>
  bytes < 2 * 1_048_576 ? `${Math.floor(bytes / 1024)} kB` : `${Math.floor(bytes / 1_048_576)} MB`

export const tooLarge = (maxBytes: number): AtriumError =>
  new AtriumError('TOO_LARGE', { message: `The file may have up to ${sizeOf(maxBytes)}.` })

/** The file of a form that was sent (`multipart/form-data`, field `file`). @throws AtriumError when there is none. */
export async function receiveFile(req: PayloadRequest, maxBytes: number): Promise<ReceivedFile> {
  // The form around the file has room for its fields; what is far larger is not even read.
  if (Number(req.headers.get('content-length')) > maxBytes + 65_536) throw tooLarge(maxBytes)
  const form = await req.formData?.().catch(() => undefined)
  const file = form?.get('file')
  if (!(file instanceof Blob)) {
    throw new AtriumError('BAD_REQUEST', {
      message: 'Send the file as multipart/form-data, in the field “file”.',
    })
  }
  if (file.size > maxBytes) throw tooLarge(maxBytes)
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { bytes, name: file instanceof File ? file.name : '', type: file.type }
}
