import { fileTypeFromBuffer } from 'file-type'
import type { PayloadRequest } from 'payload'

import { env } from '@/env'
import { AtriumError } from '@/errors'

import { assertClean } from './scanning/assertClean'

type UploadedFile = NonNullable<PayloadRequest['file']>

/** 268 megapixels are sharp's own limit; a quarter is still four times a large camera's picture. */
const MAX_PIXELS = 64_000_000

/** What an upload has to be. @throws AtriumError TOO_LARGE, UNSUPPORTED_TYPE, INFECTED, SCAN_UNAVAILABLE */
export async function assertUpload(file: UploadedFile): Promise<void> {
  if (file.size > env().MAX_UPLOAD_BYTES) {
    throw new AtriumError('TOO_LARGE', {
      message: `Files may have up to ${Math.floor(env().MAX_UPLOAD_BYTES / 1_048_576)} MB.`,
    })
  }
  if (file.mimetype !== 'image/svg+xml') await assertType(file)
  await assertClean(file.data)
}

async function assertType(file: UploadedFile): Promise<void> {
  const found = await fileTypeFromBuffer(file.data)
  if (!found || found.mime !== file.mimetype) {
    throw new AtriumError('UNSUPPORTED_TYPE', {
      message: 'The content of this file does not match its kind.',
      internal: `${file.mimetype} is ${found?.mime ?? 'unknown'}`,
    })
  }
  if (found.mime.startsWith('image/')) {
    const { default: sharp } = await import('sharp')
    const { width = 0, height = 0 } = await sharp(file.data).metadata()
    if (width * height > MAX_PIXELS) {
      throw new AtriumError('TOO_LARGE', { message: 'This picture has too many pixels.' })
    }
  }
}
