import type { Payload } from 'payload'

import { claimJobs, type ClaimedJob } from './claimJobs'
import type { Task } from './defineTask'
import { renewLeases } from './renewLeases'
import { runJob } from './runJob'

export interface RunnerSettings {
  /** Jobs at once. */
  readonly concurrency: number
  readonly pollMs: number
  readonly leaseMs: number
}

export interface Runner {
  /** Looks for jobs until it is stopped. */
  readonly start: () => void
  /** Looks at once, because something was queued. */
  readonly wake: () => void
  /** Takes no more jobs, and waits for those that run, at most so long: a lease that is left ends by itself. */
  readonly stop: (graceMs: number) => Promise<void>
  /** Runs what is due, for hosts that call instead of keeping a process. @returns how many jobs were begun. */
  readonly drain: (untilMs: number) => Promise<number>
}

interface Running {
  readonly job: ClaimedJob
  readonly lost: AbortController
  readonly done: Promise<void>
}

/** Three signs of life may be missed before the lease ends. */
const BEATS_PER_LEASE = 4

export function createRunner(
  payload: Payload,
  tasks: readonly Task[],
  { concurrency, pollMs, leaseMs }: RunnerSettings,
): Runner {
  const running = new Map<string, Running>()
  let beating: ReturnType<typeof setInterval> | undefined
  let stopped = false
  let wakeUp = () => {}

  /** @returns how many jobs were begun. */
  const begin = async (): Promise<number> => {
    const limit = concurrency - running.size
    if (limit <= 0) return 0
    const jobs = await claimJobs(payload, { tasks, limit, leaseMs })
    for (const job of jobs) {
      const lost = new AbortController()
      const done = runJob(payload, tasks, job, lost.signal)
        .catch((err: unknown) => payload.logger.error({ err, job: job.id, msg: 'Job not noted' }))
        .finally(() => {
          running.delete(job.id)
          if (running.size === 0) stopBeating()
          wakeUp()
        })
      running.set(job.id, { job, lost, done })
    }
    if (running.size > 0) beating ??= setInterval(() => void beat(), leaseMs / BEATS_PER_LEASE)
    return jobs.length
  }

  const stopBeating = () => {
    clearInterval(beating)
    beating = undefined
  }

  const beat = async () => {
    const jobs = [...running.values()]
    try {
      const own = await renewLeases(
        payload,
        jobs.map(({ job }) => job),
        leaseMs,
      )
      for (const { job, lost } of jobs) if (!own.has(job.id) && running.has(job.id)) lost.abort()
    } catch (err) {
      payload.logger.warn({ err, msg: 'The leases of jobs could not be renewed' })
    }
  }

  const allDone = () => Promise.all([...running.values()].map(({ done }) => done))

  const loop = async () => {
    while (!stopped) {
      // Made before looking: a job that ends meanwhile is not overlooked.
      const woken = new Promise<void>((resolve) => (wakeUp = resolve))
      const begun = await begin().catch((err: unknown) => {
        payload.logger.warn({ err, msg: 'Jobs cannot be looked for' })
        return 0
      })
      if (begun > 0 && running.size < concurrency) continue
      await within(woken, pollMs)
    }
  }

  return {
    start: () => void loop(),
    wake: () => wakeUp(),
    stop: async (graceMs) => {
      stopped = true
      wakeUp()
      await within(allDone(), graceMs)
      stopBeating()
    },
    drain: async (untilMs) => {
      let begun = 0
      while (Date.now() < untilMs) {
        // Asked before looking: what ends meanwhile may have queued something that the look did not see.
        const idle = running.size === 0
        const now = await begin()
        begun += now
        if (now === 0 && idle) break
        if (running.size > 0) await Promise.race([...running.values()].map(({ done }) => done))
      }
      await allDone()
      return begun
    },
  }
}

/** Waits for something, and no longer than so many milliseconds. */
async function within(work: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)))
  await Promise.race([work, timeout])
  clearTimeout(timer)
}
