import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createLocalReq, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { background } from '@/db/scope'
import { withScope } from '@/db/withScope'
import { claimJobs } from '@/jobs/claimJobs'
import { createRunner } from '@/jobs/createRunner'
import type { Task } from '@/jobs/defineTask'
import { queueJob } from '@/jobs/queueJob'
import type { Page, Tenant, User } from '@/payload-types'

import { asMember, asPlatform, asVisitor, type Actor } from '../support/actors'
import { buildPage } from '../support/buildPage'
import { buildTenant } from '../support/buildTenant'
import { buildUser } from '../support/buildUser'
import {
  count,
  lookAsPerson,
  lookAsPlatform,
  lookAsTenant,
  stumble,
  testTasks,
} from '../support/jobTasks'
import { asRoot, asTenant } from '../support/sqlActors'
import { uniqueName } from '../support/uniqueName'
import { testPayload, usePayload } from '../support/usePayload'

usePayload({ poolMax: 8 })

interface World {
  readonly a: Tenant
  readonly b: Tenant
  readonly editor: User
  readonly stranger: User
  readonly pageA: Page
  readonly pageB: Page
}

let world: World
let folder: string
let everyTask: readonly Task[]

beforeAll(async () => {
  // After the settings are made: what sends mail reads them once.
  const { tasks } = await import('@/jobs/tasks')
  everyTask = [...tasks, ...testTasks]
  folder = await mkdtemp(join(tmpdir(), 'atrium-jobs-'))
  const [a, b] = [await buildTenant(), await buildTenant()]
  world = {
    a,
    b,
    editor: await buildUser({ tenant: a }),
    stranger: await buildUser({ tenant: b }),
    pageA: await buildPage({ tenant: a }),
    pageB: await buildPage({ tenant: b }),
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))
beforeEach(() => asRoot().changes('delete from payload_jobs'))

const file = () => join(folder, uniqueName('effects'))
const linesOf = (name: string): string[] => {
  try {
    return readFileSync(name, 'utf8').trim().split('\n')
  } catch {
    return []
  }
}

const queue = <Input>(
  as: Actor,
  task: Task<Input>,
  input: Input,
  options: Parameters<typeof queueJob>[3] = {},
): Promise<string> =>
  as(async () => queueJob(await createLocalReq({}, testPayload()), task, input, options))

const drain = (payload: Payload = testPayload()) =>
  createRunner(payload, everyTask, { concurrency: 4, pollMs: 1000, leaseMs: 60_000 }).drain(
    Date.now() + 60_000,
  )

/** Makes what waits for its next try due. */
const skipWaiting = () =>
  asRoot().changes('update payload_jobs set wait_until = now() where state = $1', ['waiting'])

interface JobRow {
  state: string
  problem: string | null
  total_tried: string
  tenant_id: string | null
  created_by_id: string | null
  title: string
}
const jobRow = async (id: string): Promise<JobRow | undefined> =>
  (await asRoot().rows<JobRow>('select * from payload_jobs where id = $1', [id]))[0]

describe('queueing', () => {
  test('a job gets the tenant and the person of its scope, also through Payload’s own queue()', async () => {
    const mine = await queue(asMember(world.editor), count, { file: file(), word: '' })
    const { id } = await asMember(world.editor)(() =>
      testPayload().jobs.queue({ task: 'schedulePublish', input: {} as never }),
    )
    for (const job of [mine, String(id)]) {
      expect(await jobRow(job)).toMatchObject({
        state: 'waiting',
        tenant_id: world.a.id,
        created_by_id: world.editor.id,
      })
    }
  })

  test('a job of a transaction that is rolled back does not exist', async () => {
    const id = await asMember(world.editor)(async () => {
      const payload = testPayload()
      const req = await createLocalReq({}, payload)
      req.transactionID = (await payload.db.beginTransaction()) ?? undefined
      const queued = await queueJob(req, count, { file: file(), word: '' })
      await payload.db.rollbackTransaction(req.transactionID ?? '')
      return queued
    })
    expect(await jobRow(id)).toBeUndefined()
  })

  test('a member queues nothing for another space, nor in another’s name', async () => {
    const options = { tenant: world.b.id }
    await expect(
      queue(asMember(world.editor), count, { file: file(), word: '' }, options),
    ).rejects.toMatchObject({ status: 404 })
    const forged = asTenant(world.a.id, world.editor.id).refusal(
      `insert into payload_jobs (id, task_slug, tenant_id, created_by_id) values (gen_random_uuid(), 'x', $1, $2)`,
      [world.a.id, world.stranger.id],
    )
    expect(await forged).toBe('42501')
  })

  test('somebody in several spaces says for which one', async () => {
    const agency = await buildUser({
      memberships: [
        { tenant: world.a, role: 'editor' },
        { tenant: world.b, role: 'editor' },
      ],
    })
    await expect(queue(asMember(agency), count, { file: file(), word: '' })).rejects.toMatchObject({
      status: 400,
    })
    const id = await queue(
      asMember(agency),
      count,
      { file: file(), word: '' },
      { tenant: world.b.id },
    )
    expect(await jobRow(id)).toMatchObject({ tenant_id: world.b.id })
  })
})

describe('what a space sees', () => {
  test('is its own jobs, and never the platform’s', async () => {
    const mine = await queue(asMember(world.editor), count, { file: file(), word: '' })
    await queue(asMember(world.stranger), count, { file: file(), word: '' })
    await queue(asPlatform(), lookAsPlatform, { file: file(), word: '' })
    const rows = await asTenant(world.a.id).rows<{ id: string }>('select id from payload_jobs')
    expect(rows).toEqual([{ id: mine }])
    const found = await asMember(world.editor)(() =>
      testPayload().find({ collection: 'payload-jobs', overrideAccess: false }),
    )
    expect(found.docs.map(({ id }) => id)).toEqual([mine])
  })

  test('cannot be changed by it, and only what waits can be taken back', async () => {
    const id = await queue(asMember(world.editor), count, { file: file(), word: '' })
    const own = asTenant(world.a.id, world.editor.id)
    expect(await own.refusal('update payload_jobs set total_tried = 0')).toBe('42501')
    expect(await asTenant(world.b.id).changes('delete from payload_jobs')).toBe(0)
    await claim(1)
    expect(await own.changes('delete from payload_jobs where id = $1', [id])).toBe(0)
  })

  test('shows no input and no inner error to people of the space', async () => {
    await queue(asMember(world.editor), stumble, { file: file(), word: 'always' })
    await drain()
    const found = await asMember(world.editor)(() =>
      testPayload().find({ collection: 'payload-jobs', overrideAccess: false }),
    )
    expect(JSON.stringify(found.docs)).not.toContain('secret of the server')
    expect(found.docs[0]).not.toHaveProperty('input.file')
  })
})

const claim = (limit: number) =>
  claimJobs(testPayload(), { tasks: testTasks, limit, leaseMs: 60_000 })

describe('claiming', () => {
  test('gives each job to one of many that ask at the same time', async () => {
    for (let index = 0; index < 20; index++)
      await queue(asMember(world.editor), count, { file: file(), word: '' })
    const claims = await Promise.all(Array.from({ length: 8 }, () => claim(5)))
    const ids = claims.flat().map(({ id }) => id)
    expect(ids).toHaveLength(20)
    expect(new Set(ids).size).toBe(20)
  })

  test('takes turns: a space with many jobs does not keep the others waiting', async () => {
    await asRoot().changes(
      `insert into payload_jobs (id, task_slug, tenant_id, created_at)
       select gen_random_uuid(), 'count', $1, now() - interval '1 hour' from generate_series(1, 1000)`,
      [world.a.id],
    )
    await queue(asMember(world.stranger), count, { file: file(), word: '' })
    await queue(asMember(world.stranger), count, { file: file(), word: '' })
    const first = await claim(4)
    expect(first.filter(({ tenant }) => tenant === world.b.id)).toHaveLength(2)
    await queue(asMember(world.stranger), count, { file: file(), word: '' })
    // Both have two running now: the next turn is either’s, and the one after that the other’s.
    const second = await claim(2)
    expect(second.map(({ tenant }) => tenant).sort()).toEqual([world.a.id, world.b.id].sort())
  })

  test('leaves what is not due', async () => {
    const waitUntil = new Date(Date.now() + 60 * 60_000)
    await queue(asMember(world.editor), count, { file: file(), word: '' }, { waitUntil })
    expect(await claim(5)).toEqual([])
  })

  test('is refused to Payload’s own runner', async () => {
    await expect(asPlatform()(() => testPayload().jobs.run({ allQueues: true }))).rejects.toThrow(
      'src/jobs',
    )
  })
})

describe('trying again', () => {
  test('waits longer each time, and is done at last', async () => {
    const effects = file()
    const id = await queue(asMember(world.editor), stumble, { file: effects, word: '' })
    for (const [tries, minutes] of [
      [1, 60],
      [2, 120],
    ]) {
      await drain()
      const [row] = await asRoot().rows<{ tries: number; minutes: number }>(
        `select total_tried::int as tries, round(extract(epoch from wait_until - updated_at) / 60)::int as minutes
         from payload_jobs where id = $1`,
        [id],
      )
      expect(row).toEqual({ tries, minutes })
      await skipWaiting()
    }
    await drain()
    expect(await jobRow(id)).toMatchObject({ state: 'done', total_tried: '3', problem: null })
    expect(linesOf(effects)).toEqual(['1', '2', '3'])
    const log = await asRoot().rows<{ state: string }>(
      'select state from payload_jobs_log where _parent_id = $1 order by _order',
      [id],
    )
    expect(log.map(({ state }) => state)).toEqual(['failed', 'failed', 'succeeded'])
  })

  test('ends, and what follows from the failure is queued with it, for the same space', async () => {
    const id = await queue(asMember(world.editor), stumble, { file: file(), word: 'never' })
    await drain()
    expect(await jobRow(id)).toMatchObject({
      state: 'failed',
      total_tried: '1',
      problem: 'This cannot work.',
    })
    const [next] = await asRoot().rows<JobRow>(
      "select * from payload_jobs where task_slug = 'count'",
    )
    expect(next).toMatchObject({ title: 'This cannot work.', tenant_id: world.a.id })
  })

  test('does not help a task that nobody knows', async () => {
    await asRoot().changes(
      `insert into payload_jobs (id, task_slug, tenant_id) values (gen_random_uuid(), 'gone', $1)`,
      [world.a.id],
    )
    await drain()
    const [row] = await asRoot().rows<JobRow>("select * from payload_jobs where task_slug = 'gone'")
    expect(row).toMatchObject({ state: 'failed', problem: 'There is no task “gone”.' })
  })
})

describe('the scope of a job', () => {
  test('is its tenant', async () => {
    const effects = file()
    await queue(asMember(world.editor), lookAsTenant, { file: effects, word: '' })
    await drain()
    expect(linesOf(effects)).toEqual([`- ${world.pageA.id}`])
  })

  test('is the person who queued it', async () => {
    const effects = file()
    await queue(asMember(world.editor), lookAsPerson, { file: effects, word: '' })
    await drain()
    expect(linesOf(effects)).toEqual([`${world.editor.id} ${world.pageA.id}`])
  })

  test('never becomes the platform’s for a job of a tenant', async () => {
    const effects = file()
    const id = await queue(asMember(world.editor), lookAsPlatform, { file: effects, word: '' })
    await drain()
    expect(linesOf(effects)).toEqual([])
    expect(await jobRow(id)).toMatchObject({ state: 'failed' })
  })

  test('is the platform for its own jobs', async () => {
    const effects = file()
    await queue(asPlatform(), lookAsPlatform, { file: effects, word: '' })
    await drain()
    expect(linesOf(effects).join()).toContain(world.pageB.id)
  })

  test.each([
    ['was deactivated', { isActive: false }],
    ['left the space', { tenants: [] }],
  ])('is refused for a person who %s', async (_name, change) => {
    const person = await buildUser({ memberships: [{ tenant: world.a, role: 'editor' }] })
    const effects = file()
    const id = await queue(asMember(person), lookAsPerson, { file: effects, word: '' })
    await asPlatform()(() =>
      testPayload().update({ collection: 'users', id: person.id, data: change }),
    )
    await drain()
    expect(linesOf(effects)).toEqual([])
    expect(await jobRow(id)).toMatchObject({
      state: 'failed',
      problem: 'Whoever asked for this does not work in this space any more.',
    })
  })

  test('of work in the background sees its tenant only, and a visitor queues nothing elsewhere', async () => {
    const docs = await withScope(background(world.b.id, 'test'), () =>
      testPayload().find({ collection: 'pages', overrideAccess: false }),
    )
    expect(docs.docs.map(({ id }) => id)).toEqual([world.pageB.id])
    await expect(
      queue(asVisitor(world.a), count, { file: file(), word: '' }, { tenant: world.b.id }),
    ).rejects.toMatchObject({ status: 404 })
  })
})

describe('tidying up', () => {
  test('jobs that ended long ago are removed by the platform’s own task, which queues itself anew', async () => {
    const old = await queue(asMember(world.editor), count, { file: file(), word: '' })
    const young = await queue(asMember(world.editor), count, { file: file(), word: '' })
    await drain()
    await asRoot()(async (client) => {
      await client.query('alter table payload_jobs disable trigger payload_jobs_touch')
      await client.query(
        `update payload_jobs set updated_at = now() - interval '15 days' where id = $1`,
        [old],
      )
      await client.query('alter table payload_jobs enable trigger payload_jobs_touch')
    })
    await skipWaiting()
    await drain()
    expect([await jobRow(old), (await jobRow(young))?.state]).toEqual([undefined, 'done'])
    const periodic = await asRoot().rows<{ state: string; tenant_id: null }>(
      "select state, tenant_id from payload_jobs where task_slug = 'removeFinishedJobs' and state = 'waiting'",
    )
    expect(periodic).toEqual([{ state: 'waiting', tenant_id: null }])
  })
})
