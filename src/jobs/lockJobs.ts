import type { PoolClient } from 'pg'

/** Any number that nothing else in this database uses. */
const JOBS_LOCK = 4_206_908

/** One process at a time, until the end of the transaction: so that it works through a pooler in transaction mode. */
export async function lockJobs(client: PoolClient): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1)', [JOBS_LOCK])
}
