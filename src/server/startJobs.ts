import config from '@payload-config'
import { getPayload } from 'payload'

import { env } from '@/env'
import { createRunner } from '@/jobs/createRunner'
import { runnerSettings } from '@/jobs/runnerSettings'
import { tasks } from '@/jobs/tasks'

import { beforeClose } from './beforeClose'
import { forgetPages } from './forgetPages'
import { listen } from './listen'

const RETRY_MS = 5_000

/** What this process does besides answering requests: it hears of changes in others, and runs jobs (JOBS_RUNNER). */
export function startJobs(): void {
  let stop: () => Promise<void> = () => Promise.resolve()
  let wake = () => {}
  const endListening = listen((word) => (word === 'jobs' ? wake() : forgetPages(word)))
  beforeClose(async () => {
    await stop()
    await endListening()
  })
  if (env().JOBS_RUNNER === 'off') return

  const start = async () => {
    const payload = await getPayload({ config })
    const runner = createRunner(payload, tasks, runnerSettings())
    stop = () => runner.stop(env().JOBS_GRACE_SECONDS * 1000)
    wake = runner.wake
    runner.start()
  }
  // A database that is still starting must not keep the server from answering that it is.
  const attempt = () => {
    start().catch(() => setTimeout(attempt, RETRY_MS))
  }
  attempt()
}
