import type { PayloadRequest } from 'payload'

import { queueJob } from '@/jobs/queueJob'
import { removeStrayFiles } from '@/jobs/tasks/removeStrayFiles'
import type { LeadFile } from '@/payload-types'

/** So that a job is done in its time, also where the storage is slow. */
const AT_ONCE = 200

/**
 * Erases the files of leads, in the transaction of `req`: their rows now, and what is stored by a job that exists once that is committed,
 * and that goes on trying while the storage is down.
 *
 * @returns how many there were
 */
export async function eraseFiles(
  req: PayloadRequest,
  tenant: string,
  leads: readonly string[],
): Promise<number> {
  const { db } = req.payload
  const where = { lead: { in: [...leads] } }
  const { docs } = await db.find<LeadFile>({
    collection: 'lead-files',
    where,
    pagination: false,
    req,
  })
  const names = docs.flatMap(({ filename }) => filename ?? [])
  if (docs.length > 0) await db.deleteMany({ collection: 'lead-files', where, req })
  for (let start = 0; start < names.length; start += AT_ONCE) {
    const files = names.slice(start, start + AT_ONCE)
    await queueJob(req, removeStrayFiles, { files }, { title: 'Remove erased files', tenant })
  }
  return docs.length
}
