import { s3Storage } from '@payloadcms/storage-s3'
import type { Plugin } from 'payload'

import { env } from '@/env'

import { diskStorage } from './diskStorage'
import { guardStorage } from './guardStorage'
import { s3ClientConfig } from './s3ClientConfig'
import { storedCollections } from './storedCollections'

/** Uploads: on S3-compatible storage when a bucket is configured, on disk otherwise; in a folder per tenant on both. */
export const mediaStorage: Plugin = async (config) => {
  const { S3_BUCKET } = env()
  if (!S3_BUCKET) return guardStorage(diskStorage(config))
  const storage = s3Storage({
    bucket: S3_BUCKET,
    collections: storedCollections({ prefix: '' }),
    config: s3ClientConfig(),
  })
  return guardStorage(await storage(config))
}
