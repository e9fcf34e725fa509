import { randomUUID } from 'node:crypto'
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'

import { env } from '@/env'
import { AtriumError } from '@/errors'
import { processWide } from '@/processWide'

import { s3ClientConfig } from './s3ClientConfig'
import { fileAt } from './storedPath'

interface NewFile {
  /** Where it goes: the tenant's folder first. */
  readonly key: string
  readonly bytes: Buffer
  readonly mimeType: string
}

/** Written beside and renamed: nobody is ever served half a file. The sizes of a small picture share one name. */
export async function writeToDisk(storagePath: string, bytes: Buffer): Promise<void> {
  const target = fileAt(storagePath)
  await mkdir(path.dirname(target), { recursive: true })
  const part = `${target}.${randomUUID()}.part`
  try {
    await writeFile(part, bytes)
    await rename(part, target)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

export const removeFromDisk = (storagePath: string): Promise<void> =>
  rm(fileAt(storagePath), { force: true })

const s3 = () => processWide('s3', () => new S3Client(s3ClientConfig()))

/**
 * Stores a file that no hook of Payload's stores, where uploads are: on S3, or on disk.
 *
 * @throws AtriumError STORAGE_UNAVAILABLE
 */
export const putStoredFile = ({ key, bytes, mimeType }: NewFile): Promise<void> =>
  reached(async () => {
    const { S3_BUCKET: Bucket } = env()
    if (!Bucket) return writeToDisk(key, bytes)
    await s3().send(new PutObjectCommand({ Bucket, Key: key, Body: bytes, ContentType: mimeType }))
  })

/**
 * Removes a stored file; one that is not there is removed already.
 *
 * @throws AtriumError STORAGE_UNAVAILABLE, also where the whole folder is missing: a process that runs jobs on another disk would
 * take every file for removed
 */
export const removeStoredFile = (key: string): Promise<void> =>
  reached(async () => {
    const { S3_BUCKET: Bucket } = env()
    if (!Bucket) {
      await access(path.dirname(fileAt(key)))
      return removeFromDisk(key)
    }
    await s3().send(new DeleteObjectCommand({ Bucket, Key: key }))
  })

async function reached(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    throw new AtriumError('STORAGE_UNAVAILABLE', { internal: String(error) })
  }
}
