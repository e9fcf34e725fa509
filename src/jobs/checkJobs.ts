import type { Payload } from 'payload'

import { withPlatformClient } from '@/db/withPlatformClient'

import { RUNNER_KEY } from './reportRunner'

/** A job that is due and not begun for so long: nobody runs jobs, or too few do. */
const LATE_SECONDS = 5 * 60
/** A host that calls on a schedule may call every few minutes. */
const SILENT_SECONDS = 10 * 60

interface Row {
  readonly waiting: number
  readonly running: number
  readonly failed: number
  readonly late: number
  readonly silent: number | null
}

/** The queue's part of the health, in words. @throws Error when jobs are late, or nobody runs them. */
export function checkJobs(payload: Payload): Promise<string> {
  return withPlatformClient(payload, 'health', async (client) => {
    const { rows } = await client.query<Row>(QUERY, [RUNNER_KEY])
    const { waiting = 0, running = 0, failed = 0, late = 0, silent = null } = rows[0] ?? {}
    const detail = `${waiting} waiting, ${running} running, ${failed} failed in the last day, oldest overdue by ${late} s`
    if (silent === null) throw new Error(`${detail}; no runner has reported yet`)
    if (silent > SILENT_SECONDS) throw new Error(`${detail}; no runner for ${silent} s`)
    if (late > LATE_SECONDS) throw new Error(`${detail}: add a runner, or look into its log`)
    return detail
  })
}

const QUERY = `
  select
    count(*) filter (where state = 'waiting')::int as waiting,
    count(*) filter (where state = 'running')::int as running,
    count(*) filter (where state = 'failed' and updated_at > now() - interval '1 day')::int as failed,
    greatest(0, coalesce(extract(epoch from now() - min(coalesce(wait_until, created_at))
      filter (where state = 'waiting')), 0))::int as late,
    (select extract(epoch from now() - (data ->> 'at')::timestamptz)::int from payload_kv where key = $1) as silent
  from payload_jobs`
