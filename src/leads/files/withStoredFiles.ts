import { randomUUID } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { JOBS } from '@/db/ownJob'
import { queueJob } from '@/jobs/queueJob'
import { removeStrayFiles } from '@/jobs/tasks/removeStrayFiles'
import { putStoredFile } from '@/media/storeFile'

import type { LeadUpload } from './checkFiles'
import { removeStrays } from './removeStrays'
import { leadFileFolder, leadFileKey } from './storedLeadFile'

/** When a process that died while it stored files is certainly not storing them any more. */
const GUARD_MS = 60 * 60_000

interface StoredFiles {
  readonly files: readonly (LeadUpload & { readonly filename: string })[]
  /** The job that removes them, unless somebody keeps them. */
  readonly guard: string | undefined
}

/**
 * Stores files, under names of ours, for a lead that `work` makes. What it does not keep leaves nothing behind: it is removed when `work`
 * fails, and by a job, queued before the first file is stored, when this process dies.
 */
export async function withStoredFiles(
  req: PayloadRequest,
  tenant: string,
  uploads: readonly LeadUpload[],
  work: (stored: StoredFiles) => Promise<void>,
): Promise<void> {
  if (uploads.length === 0) return work({ files: [], guard: undefined })
  const files = uploads.map((one) => ({ ...one, filename: `${randomUUID()}.${one.extension}` }))
  const names = files.map(({ filename }) => filename)
  const waitUntil = new Date(Date.now() + GUARD_MS)
  const guard = await queueJob(req, removeStrayFiles, { files: names }, { tenant, waitUntil })
  try {
    for (const { filename, bytes, mimeType } of files)
      await putStoredFile({ key: leadFileKey(tenant, filename), bytes, mimeType })
    await work({ files, guard })
  } catch (error) {
    // Asks the table first: a commit may have arrived although its answer did not. What is left waits for the job.
    await removeStrays(req, tenant, names).catch(() => undefined)
    throw error
  }
}

/** Gives stored files to a lead, in the transaction of `req`: from its commit on nobody removes them. */
export async function keepFiles(
  req: PayloadRequest,
  { files, guard, tenant, lead }: StoredFiles & { readonly tenant: string; readonly lead: string },
): Promise<void> {
  const { db } = req.payload
  const prefix = leadFileFolder(tenant)
  for (const { field, name, filename, mimeType, bytes } of files)
    await db.create({
      collection: 'lead-files',
      req,
      data: { tenant, lead, field, name, filename, mimeType, filesize: bytes.length, prefix },
    })
  if (guard) await db.deleteOne({ collection: JOBS, where: { id: { equals: guard } }, req })
}
