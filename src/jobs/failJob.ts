import type { PoolClient } from 'pg'

import type { ClaimedJob } from './claimJobs'
import type { Task } from './defineTask'
import { describeFailure } from './describeFailure'
import { noteTry } from './noteTry'
import { PermanentFailure } from './PermanentFailure'
import { retryDelay } from './retryDelay'

/** What became of a failed try; `lost`: the job is another process's by now, and nothing was noted. */
export type FailedTry = 'again' | 'failed' | 'lost'

/** Notes a failed try: the job waits for the next one, or has failed, and then what follows from that is queued with it. */
export async function failJob(
  client: PoolClient,
  job: ClaimedJob,
  task: Task | undefined,
  error: unknown,
  startedAt: Date,
): Promise<FailedTry> {
  const delay =
    task && !(error instanceof PermanentFailure) ? retryDelay(task.retries, job.attempt) : undefined
  const reason = describeFailure(error)
  const { rowCount } = await client.query(
    `update payload_jobs set processing = false, lease_token = null, lease_until = null, problem = $3,
       has_error = ($4::float8 is null), error = $5,
       wait_until = coalesce(now() + $4::float8 * interval '1 millisecond', wait_until)
     where id = $1 and lease_token = $2`,
    [job.id, job.leaseToken, reason, delay ?? null, JSON.stringify(technical(error))],
  )
  if (rowCount !== 1) return 'lost'
  await noteTry(client, job, { startedAt, failure: technical(error) })
  if (delay !== undefined) return 'again'
  const next = task?.onFailed?.(job, reason)
  if (next) {
    await client.query(
      `insert into payload_jobs (id, task_slug, title, input, tenant_id, created_by_id)
       values (gen_random_uuid(), $1, $2, $3, $4, $5)`,
      [next.task, next.title, JSON.stringify(next.input), job.tenant, job.createdBy],
    )
  }
  return 'failed'
}

const technical = (error: unknown): Record<string, unknown> =>
  error instanceof Error ? { name: error.name, message: error.message } : { message: String(error) }
