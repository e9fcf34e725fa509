import { access, constants, mkdir } from 'node:fs/promises'

import { HeadBucketCommand, S3Client } from '@aws-sdk/client-s3'

import { env } from '@/env'

import { s3ClientConfig } from './s3ClientConfig'

/** @returns where uploads go. @throws when nothing can be stored there now. */
export async function checkStorage(): Promise<string> {
  const { MEDIA_DIR, S3_BUCKET } = env()
  if (!S3_BUCKET) {
    await mkdir(MEDIA_DIR, { recursive: true })
    await access(MEDIA_DIR, constants.W_OK)
    return 'disk'
  }
  const client = new S3Client({ ...s3ClientConfig(), maxAttempts: 1 })
  try {
    await client.send(new HeadBucketCommand({ Bucket: S3_BUCKET }), {
      abortSignal: AbortSignal.timeout(3_000),
    })
    return `s3 ${S3_BUCKET}`
  } finally {
    client.destroy()
  }
}
