import { randomUUID } from 'node:crypto'

import type { PoolClient } from 'pg'

import type { ClaimedJob } from './claimJobs'

/** One line per try, where Payload keeps them. */
export async function noteTry(
  client: PoolClient,
  job: ClaimedJob,
  { startedAt, failure }: { startedAt: Date; failure: Record<string, unknown> | undefined },
): Promise<void> {
  await client.query(
    `insert into payload_jobs_log (id, _order, _parent_id, executed_at, completed_at, task_slug, task_i_d, state, error)
     values ($1, $2::int, $3, $4, now(), $5, $2::int::text, $6, $7)`,
    [
      randomUUID(),
      job.attempt,
      job.id,
      startedAt,
      job.taskSlug,
      failure ? 'failed' : 'succeeded',
      failure ? JSON.stringify(failure) : null,
    ],
  )
}
