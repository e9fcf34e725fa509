import { AtriumError } from '@/errors'

import { tenantsOf, type Scope } from './scope'

interface JobArgs {
  collection?: string
  data?: Record<string, unknown>
}

/** Payload's table of jobs. */
export const JOBS = 'payload-jobs'

/**
 * Gives a new job its tenant and the person who queues it, from the scope in which it is queued: `payload.jobs.queue()` knows
 * neither, whoever calls it. A job without a tenant is the platform's own.
 *
 * @throws AtriumError BAD_REQUEST in a scope of several tenants, when the job does not say for which of them it is.
 */
export function ownJob<Args extends JobArgs>(method: string, args: Args, scope: Scope): Args {
  if (method !== 'create' || args.collection !== JOBS || !args.data) return args
  const [only, ...others] = tenantsOf(scope)
  const tenant = args.data.tenant ?? (others.length === 0 ? only : undefined) ?? null
  if (tenant === null && scope.kind !== 'platform') {
    throw new AtriumError('BAD_REQUEST', {
      internal: 'A job of somebody in several spaces says for which of them it is',
    })
  }
  const createdBy = scope.kind === 'member' ? scope.userId : null
  return { ...args, data: { ...args.data, tenant, createdBy } }
}

/**
 * Payload's own runner claims without a lock and runs handlers in the scope of whoever calls it (3.90): src/jobs runs them.
 *
 * @throws Error when `updateJobs` is that claim.
 */
export function refuseForeignClaim(method: string, { data }: JobArgs): void {
  if (method === 'updateJobs' && data?.processing === true)
    throw new Error('Jobs are run by src/jobs, not by payload.jobs.run(): see docs/jobs.md')
}
