import { createHash, timingSafeEqual } from 'node:crypto'

import type { Endpoint, PayloadRequest } from 'payload'

import { env } from '@/env'
import { AtriumError } from '@/errors'

import { createRunner } from './createRunner'
import { runnerSettings } from './runnerSettings'
import { tasks } from './tasks'

/** Shorter than what hosts allow a call to take. */
const CALL_MS = 50_000

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Whoever calls on a schedule shows the secret; a person never does, whoever they are. */
function assertCron({ headers }: PayloadRequest): void {
  const shown = /^Bearer (.+)$/.exec(headers.get('authorization') ?? '')?.[1] ?? ''
  if (!timingSafeEqual(digest(shown), digest(env().CRON_SECRET))) throw new AtriumError('FORBIDDEN')
}

/** `GET /api/payload-jobs/run`: runs what is due, for hosts without a process that stays. */
const run: Endpoint = {
  path: '/run',
  method: 'get',
  handler: async (req) => {
    assertCron(req)
    const runner = createRunner(req.payload, tasks, runnerSettings())
    return Response.json({ begun: await runner.drain(Date.now() + CALL_MS) })
  },
}

/** Periodic tasks are queued by every run: there is nothing to do here, and nothing to see. */
const handleSchedules: Endpoint = {
  path: '/handle-schedules',
  method: 'get',
  handler: (req) => {
    assertCron(req)
    return Response.json({ queued: 0 })
  },
}

/** In the place of Payload's, which are open to whoever is signed in. */
export const jobsEndpoints: Endpoint[] = [run, handleSchedules]
