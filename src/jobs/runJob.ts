import { createLocalReq, type Payload } from 'payload'

import { withPlatformClient } from '@/db/withPlatformClient'
import { withScope } from '@/db/withScope'
import { mainLocaleOf } from '@/tenancy/mainLocaleOf'

import type { ClaimedJob } from './claimJobs'
import type { Task } from './defineTask'
import { failJob } from './failJob'
import { finishJob } from './finishJob'
import { PermanentFailure } from './PermanentFailure'
import { resolveJobScope } from './resolveJobScope'

/** Ten minutes: far longer than anything should take, and short enough to free the place of what hangs. */
const TIMEOUT_MS = 10 * 60 * 1000

/** Runs a claimed job in its own scope, and notes what became of it. */
export async function runJob(
  payload: Payload,
  tasks: readonly Task[],
  job: ClaimedJob,
  lost: AbortSignal,
): Promise<void> {
  const task = tasks.find(({ slug }) => slug === job.taskSlug)
  const startedAt = new Date()
  try {
    if (!task) throw new PermanentFailure(`There is no task “${job.taskSlug}”.`)
    await handle(payload, task, job, lost)
  } catch (error) {
    const became = await withPlatformClient(payload, 'note a failed job', (client) =>
      failJob(client, job, task, error, startedAt),
    )
    payload.logger.warn({ err: error, job: job.id, task: job.taskSlug, became, msg: 'Job failed' })
    return
  }
  const noted = await withPlatformClient(payload, 'note a finished job', (client) =>
    finishJob(client, job, startedAt),
  )
  if (!noted) payload.logger.warn({ job: job.id, msg: 'Job was taken over while it ran' })
}

async function handle(
  payload: Payload,
  task: Task,
  job: ClaimedJob,
  lost: AbortSignal,
): Promise<void> {
  const input = readInput(task, job)
  const { scope, user } = await resolveJobScope(payload, job, task)
  const timeoutMs = task.timeoutMs ?? TIMEOUT_MS
  const late = AbortSignal.timeout(timeoutMs)
  const signal = AbortSignal.any([lost, late])
  const work = withScope(scope, async () => {
    const locale = await mainLocaleOf(payload, job.tenant)
    const req = await createLocalReq(
      { locale, fallbackLocale: locale, ...(user ? { user } : {}) },
      payload,
    )
    const { id: jobId, tenant, attempt } = job
    await task.run({ input, jobId, tenant, user, req, attempt, signal })
  })
  await Promise.race([work, rejectOn(late, `It took longer than ${timeoutMs / 1000} seconds.`)])
}

function readInput(task: Task, job: ClaimedJob): unknown {
  try {
    return task.parse(job.input ?? {})
  } catch (error) {
    throw new PermanentFailure('It was queued with an input that its task does not know.', {
      cause: error,
    })
  }
}

const rejectOn = (signal: AbortSignal, message: string): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new JobTimeout(message)), { once: true })
  })

/** Worded for people, as errors with a status are. */
class JobTimeout extends Error {
  readonly status = 503
}
