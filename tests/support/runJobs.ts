import { asRoot } from './sqlActors'
import { testPayload } from './usePayload'

/** Runs what waits, whatever it waits for, and what follows from that. */
export async function runJobs(): Promise<void> {
  const [{ tasks }, { createRunner }] = [
    await import('@/jobs/tasks'),
    await import('@/jobs/createRunner'),
  ]
  await asRoot().changes(`update payload_jobs set wait_until = now() where state = 'waiting'`)
  const runner = createRunner(testPayload(), tasks, {
    concurrency: 4,
    pollMs: 1000,
    leaseMs: 60_000,
  })
  await runner.drain(Date.now() + 60_000)
}
