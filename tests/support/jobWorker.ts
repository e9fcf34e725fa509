/** A process that runs jobs, tasks of tests included, until it is stopped or killed. Started by startJobWorker.ts. */
import { getPayload } from 'payload'

import config from '../../payload.config'
import { createRunner } from '../../src/jobs/createRunner'
import { runnerSettings } from '../../src/jobs/runnerSettings'
import { tasks } from '../../src/jobs/tasks'
import { env } from '../../src/env'
import { testTasks } from './jobTasks'

const payload = await getPayload({ config })
const runner = createRunner(payload, [...tasks, ...testTasks], runnerSettings())
process.once('SIGTERM', () => {
  void runner
    .stop(env().JOBS_GRACE_SECONDS * 1000)
    .then(() => payload.destroy())
    .then(() => process.exit(0))
  process.stdout.write('stopping\n')
})
process.stdout.write('ready\n')
process.stdin.once('data', () => runner.start())
