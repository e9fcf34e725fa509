import { createHmac } from 'node:crypto'

import type { Locale } from '@/locales/locales'
import type { Form, Tenant, User } from '@/payload-types'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { asMember, asPlatform, asVisitor } from '../support/actors'
import { buildForm } from '../support/buildForm'
import { buildTenant } from '../support/buildTenant'
import { buildUser } from '../support/buildUser'
import { pdf } from '../support/sampleFiles'
import { asRoot } from '../support/sqlActors'
import { startReceiver, type Receiver } from '../support/startReceiver'
import { startSmtp, type Smtp } from '../support/startSmtp'
import { uniqueName } from '../support/uniqueName'
import { testPayload, usePayload } from '../support/usePayload'

let smtp: Smtp
let receiver: Receiver

// Before the config is loaded: it reads its settings once.
beforeAll(async () => {
  smtp = await startSmtp()
  receiver = await startReceiver()
  Object.assign(process.env, {
    SMTP_URL: smtp.url,
    EMAIL_FROM: 'The Platform <platform@example.test>',
    WEBHOOK_ALLOW_PRIVATE: 'true',
  })
})
usePayload({ poolMax: 8 })
afterAll(() => Promise.all([smtp.stop(), receiver.stop()]))

let a: Tenant
let b: Tenant
let owner: User
let stranger: User

beforeAll(async () => {
  a = await buildTenant()
  b = await buildTenant()
  owner = await buildUser({ tenant: a, role: 'owner' })
  stranger = await buildUser({ tenant: b, role: 'owner' })
})
beforeEach(async () => {
  smtp.mails.length = 0
  smtp.refuse = undefined
  receiver.calls.length = 0
  receiver.answer = (response) => response.writeHead(200).end('ok')
  await asRoot().changes('delete from payload_jobs')
})

async function submit(form: Form, values: Record<string, string>, locale: Locale = 'en') {
  const { submitForm } = await import('@/leads/submitForm')
  const tenant = typeof form.tenant === 'object' ? (form.tenant?.id ?? '') : (form.tenant ?? '')
  return submitForm(testPayload(), {
    tenant,
    form: form.id,
    values,
    address: uniqueName('address'),
    token: undefined,
    reading: { locale, fallbackLocale: 'en' },
  })
}

const drain = async () => {
  const [{ tasks }, { createRunner }] = [
    await import('@/jobs/tasks'),
    await import('@/jobs/createRunner'),
  ]
  const runner = createRunner(testPayload(), tasks, {
    concurrency: 4,
    pollMs: 1000,
    leaseMs: 60_000,
  })
  return runner.drain(Date.now() + 60_000)
}

/** Makes what waits for its next try due. */
const skipWaiting = () =>
  asRoot().changes(`update payload_jobs set wait_until = now() where state = 'waiting'`)

interface Row {
  id: string
  kind: string
  state: string
  attempts: string
  outcome: string | null
  target: string
}
const deliveriesOf = (form: Form) =>
  asRoot().rows<Row>('select * from deliveries where form_id = $1 order by created_at, id', [
    form.id,
  ])

const withHook = () => buildForm({ tenant: a, webhooks: [{ url: `${receiver.url}?key=secret` }] })

const secretOf = async (form: Form) =>
  (
    await asRoot().rows<{ secret: string }>(
      'select secret from forms_webhooks where _parent_id = $1',
      [form.id],
    )
  )[0]?.secret ?? ''

describe('a webhook', () => {
  test('is called once with what was answered, and signed', async () => {
    const form = await withHook()
    await submit(form, { name: 'Wen', email: 'wen@example.test' })
    expect(receiver.calls, 'before the commit').toHaveLength(0)
    await drain()
    await drain()
    expect(receiver.calls).toHaveLength(1)
    const [call] = receiver.calls
    const [delivery] = await deliveriesOf(form)
    expect(delivery).toMatchObject({ state: 'sent', outcome: 'Answered with status 200.' })
    expect(delivery?.target, 'what is behind the question mark').not.toContain('secret')
    expect(call?.headers['atrium-delivery']).toBe(delivery?.id)
    expect(call?.headers['idempotency-key']).toBe(delivery?.id)
    const [, time, mac] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(call?.headers['atrium-signature'])) ?? []
    const secret = await secretOf(form)
    expect(secret).toMatch(/^whsec_.{43}$/)
    expect(mac).toBe(createHmac('sha256', secret).update(`${time}.${call?.body}`).digest('hex'))
    expect(JSON.parse(call?.body ?? '')).toMatchObject({
      id: delivery?.id,
      type: 'lead.created',
      lead: { answers: { name: 'Wen', email: 'wen@example.test' } },
    })
  })

  test('names the files that came along, and no address of them', async () => {
    const form = await buildForm({
      tenant: a,
      webhooks: [{ url: receiver.url }],
      fields: [
        { blockType: 'file', name: 'plan', accept: ['pdf'], maxSize: 1, maxFiles: 1 },
        { blockType: 'text', name: 'name' },
      ],
    })
    const { submitForm } = await import('@/leads/submitForm')
    await submitForm(testPayload(), {
      tenant: a.id,
      form: form.id,
      values: { name: 'Wen' },
      files: new Map([['plan', [new File([new Uint8Array(pdf())], 'Plan.pdf')]]]),
      address: uniqueName('address'),
      token: undefined,
      reading: { locale: 'en', fallbackLocale: 'en' },
    })
    await drain()
    const body = receiver.calls[0]?.body ?? ''
    const file = { field: 'plan', name: 'Plan.pdf', type: 'application/pdf', size: pdf().length }
    expect(JSON.parse(body)).toMatchObject({
      lead: { answers: { name: 'Wen', plan: 'Plan.pdf' }, files: [file] },
    })
    expect(body).not.toMatch(/\/api\/|lead-files|[0-9a-f-]{36}\.pdf/)
  })

  test('is tried again after a failure of its server, later each time', async () => {
    const form = await withHook()
    const answers = [500, 503, 200]
    receiver.answer = (response) => response.writeHead(answers.shift() ?? 200).end()
    await submit(form, { name: 'Wen', email: 'wen@example.test' })
    await drain()
    expect(receiver.calls).toHaveLength(1)
    expect((await deliveriesOf(form))[0]).toMatchObject({
      state: 'waiting',
      outcome: 'Answered with status 500.',
    })
    const waits: number[] = []
    for (const _try of [2, 3]) {
      const [job] = await asRoot().rows<{ wait: string }>(
        `select extract(epoch from wait_until - now()) as wait from payload_jobs where task_slug = 'deliver'`,
      )
      waits.push(Number(job?.wait))
      await skipWaiting()
      await drain()
    }
    expect(waits[0]).toBeGreaterThan(120)
    expect(waits[1]).toBeGreaterThan(1.9 * (waits[0] ?? 0))
    expect((await deliveriesOf(form))[0]).toMatchObject({ state: 'sent', attempts: '3' })
    expect(new Set(receiver.calls.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  })

  test.each([
    [404, /status 404/],
    [410, /status 410/],
    [302, /Redirects are not followed/],
  ])('that answers %i is given up at once', async (status, outcome) => {
    const form = await withHook()
    receiver.answer = (response) =>
      response.writeHead(status, { location: `${receiver.url}/elsewhere` }).end()
    await submit(form, { name: 'Wen', email: 'wen@example.test' })
    await drain()
    await drain()
    expect(receiver.calls).toHaveLength(1)
    const [delivery] = await deliveriesOf(form)
    expect(delivery?.state).toBe('failed')
    expect(delivery?.outcome).toMatch(outcome)
  })

  test('is given up after ten tries', async () => {
    const form = await withHook()
    receiver.answer = (response) => response.writeHead(500).end()
    await submit(form, { name: 'Wen', email: 'wen@example.test' })
    for (let attempt = 1; attempt <= 11; attempt++) {
      await drain()
      await skipWaiting()
    }
    await drain()
    expect(receiver.calls).toHaveLength(10)
    expect((await deliveriesOf(form))[0]).toMatchObject({ state: 'failed', attempts: '10' })
  })

  test('that answers without end is cut off', async () => {
    const form = await withHook()
    receiver.answer = (response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write('x'.repeat(32_768)), 5)
      response.on('close', () => clearInterval(timer))
    }
    await submit(form, { name: 'Wen', email: 'wen@example.test' })
    await drain()
    expect((await deliveriesOf(form))[0]?.state).toBe('sent')
  })

  test('that nobody answers says so in words', async () => {
    const form = await buildForm({ tenant: a, webhooks: [{ url: 'http://127.0.0.1:9/leads' }] })
    await submit(form, { name: 'Wen', email: 'wen@example.test' })
    await drain()
    expect((await deliveriesOf(form))[0]).toMatchObject({
      state: 'waiting',
      outcome: 'Nobody answers there (connection refused).',
    })
  })

  test('keeps its secret when the form is saved again, whatever is sent', async () => {
    const form = await withHook()
    const before = await secretOf(form)
    const webhooks = (form.webhooks ?? []).map((hook) => ({ ...hook, secret: 'mine' }))
    await asPlatform()(() =>
      testPayload().update({ collection: 'forms', id: form.id, data: { webhooks } }),
    )
    expect(await secretOf(form)).toBe(before)
  })
})

describe('a mail', () => {
  const withMail = (data: Omit<Partial<Form>, 'tenant'> = {}) =>
    buildForm({
      tenant: a,
      emails: [
        { emailTo: 'Desk <desk@example.test>', bcc: 'copy@example.test', subject: 'From {{name}}' },
      ],
      ...data,
    })

  test('tells the space, in the platform’s name, and is answered to the visitor', async () => {
    const form = await withMail()
    await submit(form, { name: 'Wen <b>', email: 'wen@example.test' })
    expect(smtp.mails, 'before the commit').toHaveLength(0)
    await drain()
    expect(smtp.mails).toHaveLength(1)
    const [mail] = smtp.mails
    const [delivery] = await deliveriesOf(form)
    expect(mail?.subject).toBe('From Wen <b>')
    expect(mail?.from?.value[0]?.address).toBe('platform@example.test')
    expect(mail?.replyTo?.value[0]?.address).toBe('wen@example.test')
    expect(mail?.messageId).toBe(`<${delivery?.id}@atrium>`)
    expect(mail?.text).toContain('Name: Wen <b>')
    expect(mail?.text).toContain('/admin/collections/form-submissions/')
    expect(mail?.html).not.toContain('<b>')
    expect(delivery).toMatchObject({ state: 'sent', target: 'desk@example.test' })
    expect(delivery?.outcome).toMatch(/^250/)
  })

  test('gets no header from a visitor', async () => {
    const form = await withMail()
    await submit(form, {
      name: 'Wen\r\nBcc: everybody@example.test\r\n\r\nBody',
      email: 'wen@example.test',
    })
    await drain()
    const [mail] = smtp.mails
    expect(mail?.headers.has('bcc')).toBe(false)
    expect(mail?.subject).toBe('From Wen Bcc: everybody@example.test Body')
    expect(mail?.to).toMatchObject({ text: 'desk@example.test' })
  })

  test('confirms to the visitor, once per address and hour', async () => {
    const form = await withMail({
      emails: [],
      confirmationMail: {
        enabled: true,
        subject: 'Thank you, {{name}}',
        message: 'We have it.\n\n{{*}}',
        replyTo: 'desk@example.test',
      },
    })
    await Promise.all(
      ['WEN@example.test', 'wen@example.test', 'wen@example.test'].map((email) =>
        submit(form, { name: 'Wen', email }),
      ),
    )
    await submit(form, { name: 'Bea', email: 'bea@example.test' })
    await drain()
    expect(smtp.mails.map(({ to }) => to && !Array.isArray(to) && to.text).sort()).toEqual([
      'bea@example.test',
      'wen@example.test',
    ])
    const mail = smtp.mails.find(({ subject }) => subject === 'Thank you, Wen')
    expect(mail?.replyTo?.text).toBe('desk@example.test')
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
  })

  test('answers a visitor in their language, and tells the space in its own', async () => {
    const space = await buildTenant({ locales: ['en', 'de'] })
    const texts = (subject: string, told: string, label: string) => ({
      confirmationMail: { enabled: true, subject, message: '{{*}}' },
      emails: [{ id: 'aaaaaaaaaaaaaaaaaaaaaaaa', emailTo: 'desk@example.test', subject: told }],
      fields: [
        { id: 'b1', blockType: 'text' as const, name: 'name', label, required: true },
        { id: 'b2', blockType: 'email' as const, name: 'email', label: 'E-mail', required: true },
      ],
    })
    const form = await buildForm({ tenant: space, ...texts('Thank you', 'A lead', 'Name') })
    await asPlatform()(() =>
      testPayload().update({
        collection: 'forms',
        id: form.id,
        locale: 'de',
        data: texts('Danke', 'Eine Anfrage', 'Ihr Name'),
      }),
    )
    await submit(form, { name: 'Wen', email: 'wen@example.test' }, 'de')
    await drain()
    const told = (subject: string) => smtp.mails.find((mail) => mail.subject === subject)
    expect(smtp.mails).toHaveLength(2)
    expect(told('Danke')?.text).toContain('Ihr Name: Wen')
    expect(told('Danke')?.html).toContain('<html lang="de">')
    expect(told('A lead')?.text).toContain('Name: Wen')
    expect(
      await asRoot().rows('select locale from form_submissions where form_id = $1', [form.id]),
    ).toEqual([{ locale: 'de' }])
  })

  test('that is refused for good is not tried again, and its outcome names nobody', async () => {
    const form = await withMail()
    smtp.refuse = { code: 550, message: 'no such person desk@example.test' }
    await submit(form, { name: 'Wen', email: 'wen@example.test' })
    await drain()
    await drain()
    const [delivery] = await deliveriesOf(form)
    expect(delivery?.state).toBe('failed')
    expect(delivery?.outcome).toContain('550 no such person …')
    const jobs = await asRoot().rows<{ text: string }>('select j::text as text from payload_jobs j')
    for (const { text } of jobs) expect(text).not.toContain('@example.test')
  })

  test('that is refused for now is tried again', async () => {
    const form = await withMail()
    smtp.refuse = { code: 451, message: 'try again later' }
    await submit(form, { name: 'Wen', email: 'wen@example.test' })
    await drain()
    smtp.refuse = undefined
    await skipWaiting()
    await drain()
    expect(smtp.mails).toHaveLength(1)
    expect((await deliveriesOf(form))[0]).toMatchObject({ state: 'sent', attempts: '2' })
  })

  test('goes to written addresses only', async () => {
    const refused = withMail({ emails: [{ emailTo: '{{email}}', subject: 'x' }] })
    await expect(refused).rejects.toMatchObject({ name: 'ValidationError' })
  })
})

describe('a submission that fails', () => {
  test('leaves no delivery and no job', async () => {
    const form = await withHook()
    await submit(form, { name: '', email: 'wen@example.test' })
    expect(await deliveriesOf(form)).toEqual([])
    expect(await asRoot().rows('select from payload_jobs')).toEqual([])
  })
})

describe('sending again', () => {
  const again = async (user: User, id: string) => {
    const { sendAgainEndpoint } = await import('@/leads/deliveries/sendAgainEndpoint')
    const { createLocalReq } = await import('payload')
    return asMember(user)(async () => {
      const req = await createLocalReq({ user: { ...user, collection: 'users' } }, testPayload())
      req.routeParams = { id }
      return sendAgainEndpoint.handler(req)
    })
  }

  test('a failed delivery goes under its id, a sent one under a new one', async () => {
    const form = await withHook()
    receiver.answer = (response) => response.writeHead(404).end()
    await submit(form, { name: 'Wen', email: 'wen@example.test' })
    await drain()
    await drain()
    const [failed] = await deliveriesOf(form)
    receiver.answer = (response) => response.writeHead(200).end()
    await again(owner, failed?.id ?? '')
    await expect(again(owner, failed?.id ?? '')).rejects.toMatchObject({ code: 'CONFLICT' })
    await drain()
    expect(await deliveriesOf(form)).toMatchObject([{ id: failed?.id, state: 'sent' }])
    await again(owner, failed?.id ?? '')
    await drain()
    const ids = receiver.calls.map(({ headers }) => headers['atrium-delivery'])
    expect(ids).toHaveLength(3)
    expect(ids[1]).toBe(failed?.id)
    expect(ids[2]).not.toBe(failed?.id)
  })

  test('is for people of the space', async () => {
    const form = await withHook()
    await submit(form, { name: 'Wen', email: 'wen@example.test' })
    await drain()
    const [delivery] = await deliveriesOf(form)
    await expect(again(stranger, delivery?.id ?? '')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const viewer = await buildUser({ tenant: a, role: 'viewer' })
    await expect(again(viewer, delivery?.id ?? '')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await drain()
    expect(receiver.calls).toHaveLength(1)
  })

  test('a visitor sees neither deliveries nor webhooks', async () => {
    const form = await withHook()
    await asVisitor(a)(async () => {
      const { docs } = await testPayload().find({
        collection: 'forms',
        where: { id: { equals: form.id } },
        overrideAccess: false,
      })
      expect(docs[0]?.webhooks ?? []).toEqual([])
      expect(JSON.stringify(docs)).not.toContain('whsec_')
      await expect(
        testPayload().find({ collection: 'deliveries', overrideAccess: false }),
      ).rejects.toMatchObject({ status: 403 })
    })
  })
})
