import type { PoolClient } from 'pg'

import type { ClaimedJob } from './claimJobs'
import { noteTry } from './noteTry'

/**
 * Notes that a job is done.
 *
 * @returns false when the job is another process's by now: then nothing is noted.
 */
export async function finishJob(
  client: PoolClient,
  job: ClaimedJob,
  startedAt: Date,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update payload_jobs set completed_at = now(), processing = false, lease_token = null, lease_until = null,
       problem = null
     where id = $1 and lease_token = $2`,
    [job.id, job.leaseToken],
  )
  if (rowCount !== 1) return false
  await noteTry(client, job, { startedAt, failure: undefined })
  return true
}
