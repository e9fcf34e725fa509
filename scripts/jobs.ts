/**
 * `npm run jobs`: runs jobs in a process of its own, until it is stopped: Ctrl-C or SIGTERM, then it waits for those that run.
 *
 * When: where the app's processes run none (JOBS_RUNNER=off), or should not be slowed down by them. As many as you like: each
 * job is run by one. Undo: stop it.
 */
import { getPayload } from 'payload'

import config from '../payload.config'
import { createRunner } from '../src/jobs/createRunner'
import { runnerSettings } from '../src/jobs/runnerSettings'
import { tasks } from '../src/jobs/tasks'
import { env } from '../src/env'
import { listen } from '../src/server/listen'
import { runCommand } from './support/runCommand'

runCommand(async () => {
  const payload = await getPayload({ config })
  const runner = createRunner(payload, tasks, runnerSettings())
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  runner.start()
  const endListening = listen((word) => {
    if (word === 'jobs') runner.wake()
  })
  console.log('Running jobs. Ctrl-C stops.')
  await stopped
  await runner.stop(env().JOBS_GRACE_SECONDS * 1000)
  await endListening()
  await payload.destroy()
})
