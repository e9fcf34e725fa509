import type { Endpoint, Payload } from 'payload'

import { isStaff, scopeOf } from '@/access/rules'
import { checkDatabase } from '@/db/checkDatabase'
import { checkJobs } from '@/jobs/checkJobs'
import { checkStorage } from '@/media/checkStorage'

interface Check {
  readonly name: string
  readonly ok: boolean
  readonly detail: string
}

async function runChecks(payload: Payload): Promise<Check[]> {
  const checks: [string, () => Promise<string>][] = [
    ...checkDatabase(payload),
    ['storage', checkStorage],
    ['jobs', () => checkJobs(payload)],
  ]
  return Promise.all(
    checks.map(async ([name, run]) => {
      try {
        return { name, ok: true, detail: await run() }
      } catch (error) {
        return { name, ok: false, detail: error instanceof Error ? error.message : String(error) }
      }
    }),
  )
}

/** What the service cannot do without: with storage down, uploads fail; without a runner, jobs wait; the rest goes on. */
const isVital = ({ name }: Check) => name !== 'storage' && name !== 'jobs'

/** `GET /api/health`: 200 when all is up, 503 when something vital is not. What it is, is told to platform staff only. */
const health: Endpoint = {
  path: '/health',
  method: 'get',
  handler: async (req) => {
    const checks = await runChecks(req.payload)
    const up = checks.filter(isVital).every(({ ok }) => ok)
    const status = !up ? 'down' : checks.every(({ ok }) => ok) ? 'ok' : 'degraded'
    const scope = await scopeOf(req).catch(() => undefined)
    const body = scope && isStaff(scope) ? { status, checks } : { status }
    return Response.json(body, { status: up ? 200 : 503 })
  },
}

export const healthEndpoints: Endpoint[] = [health]
