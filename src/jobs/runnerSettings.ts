import { env } from '@/env'

import type { RunnerSettings } from './createRunner'

/** A runner as the environment describes it. */
export function runnerSettings(): RunnerSettings {
  const { JOBS_CONCURRENCY, JOBS_POLL_SECONDS, JOBS_LEASE_SECONDS } = env()
  return {
    concurrency: JOBS_CONCURRENCY,
    pollMs: JOBS_POLL_SECONDS * 1000,
    leaseMs: JOBS_LEASE_SECONDS * 1000,
  }
}
