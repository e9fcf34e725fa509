import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'

import type { Form } from '@/payload-types'

import { buildForm } from '../support/buildForm'
import { buildTenant } from '../support/buildTenant'
import { asRoot } from '../support/sqlActors'
import { startJobWorker, type JobWorker } from '../support/startJobWorker'
import { startReceiver, type Receiver } from '../support/startReceiver'
import { startSmtp, type Smtp } from '../support/startSmtp'
import { uniqueName } from '../support/uniqueName'
import { testDatabase } from '../support/useDatabase'
import { testPayload, usePayload } from '../support/usePayload'

let smtp: Smtp
let receiver: Receiver
let folder: string
let form: Form
const workers: JobWorker[] = []

beforeAll(async () => {
  smtp = await startSmtp()
  receiver = await startReceiver()
  folder = await mkdtemp(join(tmpdir(), 'atrium-deliveries-'))
  process.env.WEBHOOK_ALLOW_PRIVATE = 'true'
})
usePayload()
// Each test starts processes that load the whole config, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 })

beforeAll(async () => {
  const tenant = await buildTenant()
  form = await buildForm({
    tenant,
    emails: [{ emailTo: 'desk@example.test', subject: 'From {{name}}' }],
    webhooks: [{ url: receiver.url }],
  })
})
beforeEach(() => {
  smtp.mails.length = 0
  receiver.calls.length = 0
  receiver.answer = (response) => response.writeHead(200).end()
})
afterEach(() => Promise.all(workers.splice(0).map((worker) => worker.kill('SIGKILL'))))
afterAll(async () => {
  await Promise.all([smtp.stop(), receiver.stop()])
  await rm(folder, { recursive: true, force: true })
})

async function startWorker(): Promise<JobWorker> {
  const worker = await startJobWorker(testDatabase().runtimeUrl, folder, {
    SMTP_URL: smtp.url,
    WEBHOOK_ALLOW_PRIVATE: 'true',
  })
  workers.push(worker)
  return worker
}

async function submit(count: number): Promise<void> {
  const { submitForm } = await import('@/leads/submitForm')
  const tenant = typeof form.tenant === 'object' ? (form.tenant?.id ?? '') : (form.tenant ?? '')
  for (let index = 0; index < count; index++)
    await submitForm(testPayload(), {
      tenant,
      form: form.id,
      values: { name: `Visitor ${index}`, email: 'visitor@example.test' },
      address: uniqueName('address'),
      token: undefined,
      reading: { locale: 'en', fallbackLocale: 'en' },
    })
}

const until = (assertion: () => void | Promise<void>) =>
  vi.waitFor(assertion, { timeout: 60_000, interval: 100 })

const waiting = async () =>
  (await asRoot().rows(`select from deliveries where state <> 'sent'`)).length

test('two processes deliver everything once', async () => {
  await submit(15)
  const two = await Promise.all([startWorker(), startWorker()])
  for (const worker of two) worker.go()
  await until(async () => expect(await waiting()).toBe(0))
  expect(smtp.mails).toHaveLength(15)
  expect(new Set(smtp.mails.map(({ messageId }) => messageId)).size).toBe(15)
  expect(receiver.calls).toHaveLength(15)
  expect(new Set(receiver.calls.map(({ headers }) => headers['idempotency-key'])).size).toBe(15)
})

test('what a killed process was sending is sent by another one, under the same id', async () => {
  await submit(1)
  // The first call hangs, and its process is killed meanwhile.
  receiver.answer = () => undefined
  const [first, second] = await Promise.all([startWorker(), startWorker()])
  first.go()
  await until(async () => {
    expect(receiver.calls).toHaveLength(1)
    expect(await waiting(), 'the mail is noted').toBe(1)
  })
  await first.kill('SIGKILL')
  receiver.answer = (response) => response.writeHead(200).end()
  second.go()
  // A lost process costs a try, and the next one waits for some minutes.
  await until(async () => {
    await asRoot().changes(`update payload_jobs set wait_until = now() where state = 'waiting'`)
    expect(await waiting()).toBe(0)
  })
  expect(receiver.calls).toHaveLength(2)
  const [one, two] = receiver.calls
  expect(two?.headers['idempotency-key']).toBe(one?.headers['idempotency-key'])
  expect(two?.body).toBe(one?.body)
  expect(smtp.mails).toHaveLength(1)
})
