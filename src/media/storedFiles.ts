import { env } from '@/env'

import { diskFiles } from './diskFiles'
import { s3Files } from './s3Files'

/**
 * The files below the media documents, by their path in the storage (`<tenant>/<filename>`). It asks nobody's right: paths have to
 * come out of documents that the caller may read, or has just written.
 */
export interface StoredFiles {
  readonly has: (path: string) => Promise<boolean>
  /** Whether two files have the same content. */
  readonly same: (one: string, other: string) => Promise<boolean>
  /** Inside of the storage: the bytes do not come through this process. */
  readonly copy: (from: string, to: string) => Promise<void>
  readonly remove: (path: string) => Promise<void>
  readonly close: () => void
}

/** Where uploads are: in the bucket that is configured, else on disk. */
export const storedFiles = (): StoredFiles => {
  const { S3_BUCKET } = env()
  return S3_BUCKET ? s3Files(S3_BUCKET) : diskFiles
}
