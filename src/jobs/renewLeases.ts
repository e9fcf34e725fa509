import type { Payload } from 'payload'

import { withPlatformClient } from '@/db/withPlatformClient'

import type { ClaimedJob } from './claimJobs'

/** Says that this process lives. @returns the ids of the jobs that are still its own. */
export function renewLeases(
  payload: Payload,
  jobs: readonly ClaimedJob[],
  leaseMs: number,
): Promise<ReadonlySet<string>> {
  return withPlatformClient(payload, 'renew the leases of jobs', async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `update payload_jobs set lease_until = now() + $3::float8 * interval '1 millisecond'
       from unnest($1::uuid[], $2::text[]) as own(id, token)
       where payload_jobs.id = own.id and lease_token = own.token returning payload_jobs.id`,
      [jobs.map(({ id }) => id), jobs.map(({ leaseToken }) => leaseToken), leaseMs],
    )
    return new Set(rows.map(({ id }) => id))
  })
}
