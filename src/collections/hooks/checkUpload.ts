import { fileTypeFromBuffer } from 'file-type'
import type { CollectionBeforeOperationHook } from 'payload'

import { env } from '@/env'
import { AtriumError } from '@/errors'

/** 268 megapixels are sharp's own limit; a quarter is still four times a large camera's picture. */
export const MAX_PIXELS = 64_000_000

/** Refuses what is not what it says it is, and what is too large, before a size of it is made. */
export const checkUpload: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const file = req.file
  if (!file || (operation !== 'create' && operation !== 'update' && operation !== 'updateByID'))
    return args
  if (file.size > env().MAX_UPLOAD_BYTES) {
    throw new AtriumError('TOO_LARGE', {
      message: `Files may have up to ${Math.floor(env().MAX_UPLOAD_BYTES / 1_048_576)} MB.`,
    })
  }
  if (file.mimetype === 'image/svg+xml') return args
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
  return args
}
