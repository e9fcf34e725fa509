import {
  CopyObjectCommand,
  DeleteObjectCommand,
  HeadObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'

import { AtriumError } from '@/errors'

import { s3ClientConfig } from './s3ClientConfig'
import type { StoredFiles } from './storedFiles'

/** {@link StoredFiles} in a bucket. @throws AtriumError STORAGE_UNAVAILABLE when it does not answer. */
export function s3Files(bucket: string): StoredFiles {
  const client = new S3Client(s3ClientConfig())
  const reached = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw new AtriumError('STORAGE_UNAVAILABLE', { internal: String(error) })
    }
  }
  const headOf = (key: string) =>
    reached(async () => {
      try {
        return await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }))
      } catch (error) {
        if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404)
          return undefined
        throw error
      }
    })

  return {
    has: async (path) => (await headOf(path)) !== undefined,
    // The tag is a hash of the content, and stays with a copy; of a file in parts it differs, which is no harm.
    same: async (one, other) => {
      const [head, otherHead] = [await headOf(one), await headOf(other)]
      return (
        head?.ETag !== undefined &&
        head.ETag === otherHead?.ETag &&
        head.ContentLength === otherHead.ContentLength
      )
    },
    copy: async (from, to) => {
      const source = [bucket, ...from.split('/')].map(encodeURIComponent).join('/')
      const command = new CopyObjectCommand({ Bucket: bucket, Key: to, CopySource: source })
      await reached(() => client.send(command))
    },
    remove: async (path) => {
      await reached(() => client.send(new DeleteObjectCommand({ Bucket: bucket, Key: path })))
    },
    close: () => client.destroy(),
  }
}
