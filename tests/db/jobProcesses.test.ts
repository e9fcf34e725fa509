import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'

import { plantTenant } from '../support/plantTenant'
import { asRoot } from '../support/sqlActors'
import { startJobWorker, type JobWorker } from '../support/startJobWorker'
import { uniqueName } from '../support/uniqueName'
import { testDatabase, useDatabase } from '../support/useDatabase'

useDatabase()
// Each test starts processes that load the whole config, on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000 })

let folder: string
let tenants: string[]
const workers: JobWorker[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atrium-jobs-'))
  tenants = (await Promise.all([1, 2, 3].map(() => plantTenant([])))).map(({ id }) => id)
})
afterEach(() => Promise.all(workers.splice(0).map((worker) => worker.kill('SIGKILL'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

async function startWorker(settings: Record<string, string> = {}): Promise<JobWorker> {
  const worker = await startJobWorker(testDatabase().runtimeUrl, folder, settings)
  workers.push(worker)
  return worker
}

/** Jobs of all spaces in turn. @returns the file in which their effects are noted. */
async function queue(task: string, jobs: number): Promise<string> {
  const file = join(folder, uniqueName('effects'))
  await asRoot().changes(
    `insert into payload_jobs (id, task_slug, input, tenant_id)
     select gen_random_uuid(), $1, jsonb_build_object('file', $2::text), ($3::uuid[])[1 + n % 3] from generate_series(1, $4::int) n`,
    [task, file, tenants, jobs],
  )
  return file
}

const linesOf = (file: string): string[][] => {
  try {
    return readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(' '))
  } catch {
    return []
  }
}

const states = async (task: string): Promise<string[]> => {
  const rows = await asRoot().rows<{ state: string }>(
    'select distinct state::text from payload_jobs where task_slug = $1',
    [task],
  )
  return rows.map(({ state }) => state)
}

const until = (assertion: () => void | Promise<void>) =>
  vi.waitFor(assertion, { timeout: 120_000, interval: 50 })

test('three processes run 200 jobs, each exactly once', async () => {
  const file = await queue('count', 200)
  const three = await Promise.all([startWorker(), startWorker(), startWorker()])
  for (const worker of three) worker.go()
  await until(async () => expect(await states('count')).toEqual(['done']))
  const lines = linesOf(file)
  expect(lines).toHaveLength(200)
  expect(new Set(lines.map(([job]) => job)).size).toBe(200)
  const processes = new Set(lines.map(([, pid]) => pid)).size
  expect(processes, 'processes that took part').toBeGreaterThan(1)
})

test('a job whose process is killed is taken over by another one', async () => {
  const file = await queue('hang', 1)
  const [first, second] = await Promise.all([startWorker(), startWorker()])
  first.go()
  await until(() => expect(linesOf(file)).toHaveLength(1))
  await first.kill('SIGKILL')
  expect(await states('hang')).toEqual(['running'])
  second.go()
  await until(async () => expect(await states('hang')).toEqual(['done']))
  expect(linesOf(file).map(([, pid, attempt]) => [Number(pid), attempt])).toEqual([
    [first.pid, '1'],
    [second.pid, '2'],
  ])
})

test('a job that lasts longer than its lease stays with the process that runs it', async () => {
  const file = await queue('last', 1)
  const [first, second] = await Promise.all([startWorker(), startWorker()])
  first.go()
  await until(() => expect(linesOf(file)).toHaveLength(1))
  second.go()
  await until(async () => expect(await states('last')).toEqual(['done']))
  expect(linesOf(file)).toHaveLength(1)
})

test('a job that kills its process every time ends as failed', async () => {
  const file = await queue('crash', 1)
  for (let attempt = 1; attempt <= 3; attempt++) {
    const worker = await startWorker()
    worker.go()
    await until(() => expect(linesOf(file)).toHaveLength(attempt))
  }
  const last = await startWorker()
  last.go()
  await until(async () => expect(await states('crash')).toEqual(['failed']))
  const [row] = await asRoot().rows<{ problem: string }>(
    `select problem from payload_jobs where task_slug = 'crash'`,
  )
  expect(row?.problem).toBe('The process that ran it ended in the middle of it.')
  expect(linesOf(file)).toHaveLength(3)
})

test('a process that is asked to stop ends its job first, and takes no other', async () => {
  const file = await queue('last', 1)
  const worker = await startWorker()
  worker.go()
  await until(() => expect(linesOf(file)).toHaveLength(1))
  const ended = await worker.askToStop()
  // The look that it had begun when it heard is over by then.
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  await queue('count', 1)
  expect(await ended()).toBe(0)
  expect(await states('last')).toEqual(['done'])
  expect(await states('count')).toContain('waiting')
})
