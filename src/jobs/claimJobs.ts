import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'
import type { PoolClient } from 'pg'

import { withPlatformClient } from '@/db/withPlatformClient'

import type { Job, Task } from './defineTask'
import { failJob } from './failJob'
import { lockJobs } from './lockJobs'
import { queuePeriodicJobs } from './queuePeriodicJobs'
import { reportRunner } from './reportRunner'

/** A job that this process runs, until the lease ends or somebody else holds another token. */
export interface ClaimedJob extends Job {
  readonly leaseToken: string
}

interface Row {
  readonly id: string
  readonly task_slug: string | null
  readonly input: unknown
  readonly tenant_id: string | null
  readonly created_by_id: string | null
  readonly title: string | null
  readonly total_tried: string | number | null
  readonly lease_token: string | null
}

const COLUMNS = 'id, task_slug, input, tenant_id, created_by_id, title, total_tried, lease_token'

const jobOf = (row: Row): ClaimedJob => ({
  id: row.id,
  taskSlug: row.task_slug ?? '',
  input: row.input,
  tenant: row.tenant_id,
  createdBy: row.created_by_id,
  title: row.title,
  attempt: Number(row.total_tried ?? 0),
  leaseToken: row.lease_token ?? '',
})

/**
 * Takes due jobs for this process: each is taken by one process, because claims wait for each other. Before that, what a dead
 * process left behind counts as a failed try.
 *
 * A try is counted when it begins: a job that kills its process every time runs out of them.
 */
export function claimJobs(
  payload: Payload,
  { tasks, limit, leaseMs }: { tasks: readonly Task[]; limit: number; leaseMs: number },
): Promise<ClaimedJob[]> {
  return withPlatformClient(payload, 'claim jobs', async (client) => {
    await lockJobs(client)
    await reportRunner(client)
    await takeOver(client, tasks)
    await queuePeriodicJobs(client, tasks)
    const { rows } = await client.query<Row>(CLAIM, [limit, randomUUID(), leaseMs])
    return rows.map(jobOf)
  })
}

/**
 * Fair: a tenant's second job waits for the first of everybody else, those that are running counted. One with a thousand jobs
 * slows nobody down by more than the jobs that are running.
 */
const CLAIM = `
  with running as (
    select tenant_id, count(*) as jobs from payload_jobs where state = 'running' group by tenant_id
  ),
  due as (
    select j.id, coalesce(j.wait_until, j.created_at) as since,
      coalesce(r.jobs, 0) + row_number() over (
        partition by j.tenant_id order by coalesce(j.wait_until, j.created_at), j.id
      ) as turn
    from payload_jobs j left join running r on r.tenant_id is not distinct from j.tenant_id
    where j.state = 'waiting' and (j.wait_until is null or j.wait_until <= now())
  )
  update payload_jobs set processing = true, total_tried = coalesce(total_tried, 0) + 1, lease_token = $2,
    lease_until = now() + $3::float8 * interval '1 millisecond'
  where id in (select id from due order by turn, since, id limit $1) and state = 'waiting'
  returning ${COLUMNS}`

const TAKEN_OVER = 'The process that ran it ended in the middle of it.'

async function takeOver(client: PoolClient, tasks: readonly Task[]): Promise<void> {
  const { rows } = await client.query<Row>(
    `update payload_jobs set lease_token = coalesce(lease_token, gen_random_uuid()::text)
     where state = 'running' and (lease_until is null or lease_until < now()) returning ${COLUMNS}`,
  )
  for (const job of rows.map(jobOf)) {
    const task = tasks.find(({ slug }) => slug === job.taskSlug)
    await failJob(client, job, task, new LostProcess(TAKEN_OVER), new Date())
  }
}

/** Worded for people, as errors with a status are. */
class LostProcess extends Error {
  readonly status = 503
}
