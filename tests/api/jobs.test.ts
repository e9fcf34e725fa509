import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { as, asAdmin, asNobody, asService, asVisitor, http } from '../support/httpActors'
import { sql, useSql } from '../support/httpDatabase'
import { expectStatus, read, request, readText } from '../support/httpRequest'
import { startHttpServer, type HttpServer } from '../support/httpServer'
import { startJobWorker } from '../support/startJobWorker'
import { uniqueName } from '../support/uniqueName'

useSql()
// Servers and runners of their own are started, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const cron = { authorization: 'Bearer a-cron-secret-of-tests-that-is-long-enough' }

let folder: string
const servers: HttpServer[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atrium-jobs-'))
})
afterAll(async () => {
  for (const server of servers) await server.stop()
  await rm(folder, { recursive: true, force: true })
})

async function startServer(settings: Record<string, string> = {}): Promise<HttpServer> {
  const server = await startHttpServer(http().database.runtime, folder, {
    JOBS_POLL_SECONDS: '0.2',
    ...settings,
  })
  servers.push(server)
  return server
}

/** A page of space A that is a draft. */
async function draft(): Promise<{ id: string; path: string }> {
  const slug = uniqueName('page')
  const json = { title: `Words of ${slug}`, slug, _status: 'draft' }
  const answer = await as('owner', http().a)({ path: '/api/pages?draft=true', json })
  return { id: readText(expectStatus(answer, 201), 'doc', 'id'), path: `/${slug}` }
}

/** What the drawer queues, for a time that is far away until {@link makeDue}. */
async function schedule(page: string, type = 'publish'): Promise<string> {
  const { a } = http()
  const [row] = await sql<{ id: string }>(
    `insert into payload_jobs (id, task_slug, title, input, document, tenant_id, created_by_id, wait_until)
     values (gen_random_uuid(), 'schedulePublish', 'Publish a page', $1, 'pages/' || $2, $3, $4, '2999-01-01') returning id`,
    [
      JSON.stringify({ type, doc: { relationTo: 'pages', value: page } }),
      page,
      a.id,
      a.people.editor.id,
    ],
  )
  return row?.id ?? ''
}

const makeDue = (job: string) =>
  sql('update payload_jobs set wait_until = now() where id = $1', [job])

const stateOf = async (job: string) =>
  (await sql<{ state: string }>('select state from payload_jobs where id = $1', [job]))[0]?.state

const visit = async (port: number, path: string): Promise<number> =>
  (await request(port, { host: http().a.host, path })).status

/** Shorter than the minute after which a kept page is made anew in any case. */
const soon = { timeout: 30_000, interval: 200 }

describe('Payload’s endpoints', () => {
  test.each(['run', 'handle-schedules'])(
    '“%s” is closed to people, whoever they are',
    async (path) => {
      const call = { path: `/api/payload-jobs/${path}` }
      const actors = [
        asNobody(),
        asVisitor(http().a),
        as('owner', http().a),
        asService(http().a),
        asAdmin(),
      ]
      for (const actor of actors) expect((await actor(call)).status).toBe(403)
      const wrong = { authorization: 'Bearer another-secret-of-tests-that-is-long-enough' }
      expect((await asNobody()({ ...call, headers: wrong })).status).toBe(403)
      expect((await asNobody()({ ...call, headers: cron })).status).toBe(200)
    },
  )

  test('nobody queues, changes or deletes a job over the API', async () => {
    const { a } = http()
    const path = `/api/payload-jobs/${a.docs['payload-jobs']}`
    for (const actor of [as('owner', a), asAdmin()]) {
      for (const call of [
        { path: '/api/payload-jobs', json: { taskSlug: 'schedulePublish', tenant: a.id } },
        { path, method: 'PATCH', json: { waitUntil: new Date().toISOString() } },
        { path, method: 'DELETE' },
      ])
        expect((await actor(call)).status).toBe(403)
    }
  })
})

describe('a scheduled page', () => {
  test('is published by the server itself, which then shows it', async () => {
    const page = await draft()
    const { port } = http()
    expect(await visit(port, page.path)).toBe(404)
    const job = await schedule(page.id)
    await makeDue(job)
    await expect.poll(() => visit(port, page.path), soon).toBe(200)
    const down = await schedule(page.id, 'unpublish')
    await makeDue(down)
    await expect.poll(() => visit(port, page.path), soon).toBe(404)
  })

  test('is published after a restart, and every other server drops the page that it kept', async () => {
    const page = await draft()
    const first = await startServer({ JOBS_RUNNER: 'off' })
    const job = await schedule(page.id)
    await first.stop()
    const [second, third] = [
      await startServer({ JOBS_RUNNER: 'off' }),
      await startServer({ JOBS_RUNNER: 'off' }),
    ]
    for (const { port } of [second, third]) expect(await visit(port, page.path)).toBe(404)
    await makeDue(job)
    // A process of its own, which serves nobody.
    const worker = await startJobWorker(http().database.runtime, folder)
    worker.go()
    for (const { port } of [second, third])
      await expect.poll(() => visit(port, page.path), soon).toBe(200)
    expect(await stateOf(job)).toBe('done')
    await worker.kill('SIGTERM')
  })

  test('is published by a call on a schedule, where no runner is', async () => {
    const page = await draft()
    const job = await schedule(page.id)
    await makeDue(job)
    const call = { host: 'localhost', path: '/api/payload-jobs/run', headers: cron }
    await expect
      .poll(async () => {
        expectStatus(await request(http().port, call), 200)
        return stateOf(job)
      }, soon)
      .toBe('done')
  })
})

test('an edit in one process is seen in another', async () => {
  const page = await draft()
  const other = await startServer()
  expect(await visit(other.port, page.path)).toBe(404)
  const json = { _status: 'published' }
  const path = `/api/pages/${page.id}`
  expectStatus(await as('owner', http().a)({ path, method: 'PATCH', json }), 200)
  await expect.poll(() => visit(other.port, page.path), soon).toBe(200)
})

test('platform staff are told how the queue is', async () => {
  const answer = await asAdmin()('/api/health')
  const checks = read(answer, 'checks')
  expect(checks).toContainEqual({
    name: 'jobs',
    ok: true,
    detail: expect.stringMatching(
      /^\d+ waiting, \d+ running, \d+ failed in the last day, oldest overdue by \d+ s$/,
    ),
  })
})
