import type { PoolClient } from 'pg'

/** Where the last sign of life of any runner is kept, in Payload's table of keys and values. */
export const RUNNER_KEY = 'atrium:jobs-runner'

/** Notes that somebody runs jobs, for the health check; at most every ten seconds, each being a write. */
export async function reportRunner(client: PoolClient): Promise<void> {
  await client.query(
    `insert into payload_kv (id, key, data) values (gen_random_uuid(), $1, jsonb_build_object('at', now()))
     on conflict (key) do update set data = excluded.data
     where (payload_kv.data ->> 'at')::timestamptz < now() - interval '10 seconds'`,
    [RUNNER_KEY],
  )
}
