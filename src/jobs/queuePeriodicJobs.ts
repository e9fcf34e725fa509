import type { PoolClient } from 'pg'

import type { Task } from './defineTask'

/** Sees to it that each periodic task has one job that is to come, or is running. Called under the lock of claims. */
export async function queuePeriodicJobs(client: PoolClient, tasks: readonly Task[]): Promise<void> {
  for (const { slug, label, everyMs } of tasks) {
    if (everyMs === undefined) continue
    await client.query(
      `insert into payload_jobs (id, task_slug, title, input, wait_until)
       select gen_random_uuid(), $1::text, $2, '{}',
         coalesce(max(coalesce(completed_at, updated_at)) + $3::float8 * interval '1 millisecond', now())
       from payload_jobs where task_slug = $1::text
       having count(*) filter (where state in ('waiting', 'running')) = 0`,
      [slug, label, everyMs],
    )
  }
}
