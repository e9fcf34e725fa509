import type { Payload } from 'payload'

import { background, platform, type Scope } from '@/db/scope'
import { withScope } from '@/db/withScope'
import type { User } from '@/payload-types'
import { resolveContext } from '@/tenancy/resolveScope'
import { loadTenantSummaries } from '@/tenancy/resolveTenant'

import type { Job, Task } from './defineTask'
import { PermanentFailure } from './PermanentFailure'

/**
 * The scope in which a job runs. On somebody's behalf: with the rights that this person has now, in the job's tenant alone.
 *
 * @throws PermanentFailure when the person may not work there any more, and for a job that its task is not meant for: one of a
 * tenant never runs in the platform's scope.
 */
export async function resolveJobScope(
  payload: Payload,
  job: Job,
  task: Task,
): Promise<{ scope: Scope; user: User | null }> {
  const reason = `job ${task.slug} ${job.id}`
  if (task.runsAs === 'platform') {
    if (job.tenant !== null) throw new PermanentFailure('This task is the platform’s own.')
    return { scope: platform({ actor: 'system', reason }), user: null }
  }
  if (job.tenant === null) throw new PermanentFailure('This job belongs to no space.')
  if (task.runsAs === 'tenant') return { scope: background(job.tenant, reason), user: null }

  const [tenant] = await loadTenantSummaries(payload, [job.tenant])
  if (!tenant) throw new PermanentFailure('The space does not exist any more.')
  if (tenant.status !== 'active') throw new PermanentFailure('The space is suspended.')
  const account = job.createdBy === null ? null : await loadAccount(payload, job.createdBy)
  const { user, scope } = await resolveContext(payload, { tenant, by: 'host' }, account)
  if (!user) {
    throw new PermanentFailure('Whoever asked for this does not work in this space any more.')
  }
  return { scope, user: { ...user, collection: 'users' } }
}

const loadAccount = (payload: Payload, id: string): Promise<User | null> =>
  withScope(platform({ actor: 'system', reason: 'who queued a job' }), () =>
    payload.db.findOne<User>({ collection: 'users', where: { id: { equals: id } } }),
  )
