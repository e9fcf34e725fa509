import { env } from '@/env'
import { AtriumError } from '@/errors'

import { openZip, type OpenZip } from '../zip/openZip'
import { MAX_UNPACKED, TEXTS } from './mediaZip'
import { MAX_BYTES, MAX_MEDIA } from './readMedia'

/** A ZIP as an export has it. @throws AtriumError VALIDATION_FAILED, TOO_LARGE for anything else */
export async function openMediaZip(bytes: Uint8Array): Promise<{ texts: Buffer; files: OpenZip }> {
  const files = await openZip(bytes, {
    files: MAX_MEDIA + 1,
    bytesOf: (name) => (name === TEXTS ? MAX_BYTES : env().MAX_UPLOAD_BYTES),
    total: MAX_UNPACKED,
  })
  const texts = await files.read(TEXTS)
  if (texts) return { texts, files }
  throw new AtriumError('VALIDATION_FAILED', { message: `The ZIP has no “${TEXTS}”.` })
}
