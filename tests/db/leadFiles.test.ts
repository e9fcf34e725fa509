import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { createLocalReq } from 'payload'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { background } from '@/db/scope'
import { withScope } from '@/db/withScope'
import { env } from '@/env'
import type { Form, LeadFile, Tenant, User } from '@/payload-types'

import { asMember, asPlatform, asVisitor } from '../support/actors'
import { buildForm } from '../support/buildForm'
import { buildTenant } from '../support/buildTenant'
import { buildUser } from '../support/buildUser'
import { gifAndPage, pdf, pdfOf } from '../support/sampleFiles'
import { asRoot, asTenant } from '../support/sqlActors'
import { uniqueName } from '../support/uniqueName'
import { testPayload, usePayload } from '../support/usePayload'

usePayload({ poolMax: 8 })

let a: Tenant
let b: Tenant
let owner: User
let editor: User
let viewer: User
let stranger: User
let form: Form

const asking = (tenant: Tenant, more: Partial<Omit<Form, 'tenant'>> = {}) =>
  buildForm({
    tenant,
    fields: [
      { blockType: 'text', name: 'name', label: 'Name', required: true },
      { blockType: 'email', name: 'email', label: 'E-mail', required: true },
      {
        blockType: 'file',
        name: 'plan',
        label: 'Floor plan',
        accept: ['pdf', 'images'],
        maxSize: 1,
        maxFiles: 3,
      },
    ],
    ...more,
  })

beforeAll(async () => {
  a = await buildTenant()
  b = await buildTenant()
  owner = await buildUser({ tenant: a, role: 'owner' })
  editor = await buildUser({ tenant: a, role: 'editor' })
  viewer = await buildUser({ tenant: a, role: 'viewer' })
  stranger = await buildUser({ tenant: b, role: 'owner' })
  form = await asking(a)
})

beforeEach(() => asRoot().changes('delete from payload_jobs'))

const fileOf = (name: string, bytes = pdf(), type = 'application/pdf') =>
  new File([new Uint8Array(bytes)], name, { type })

async function submit(
  files: readonly File[],
  { to = form, tenant = a, email = 'wen@example.test' } = {},
) {
  const { submitForm } = await import('@/leads/submitForm')
  return submitForm(testPayload(), {
    tenant: tenant.id,
    form: to.id,
    values: { name: 'Wen', email },
    files: new Map([['plan', files]]),
    address: uniqueName('address'),
    token: undefined,
    reading: { locale: 'en', fallbackLocale: 'en' },
  })
}

/** What lies in the folder of a space's leads. */
const stored = (tenant: Tenant): Promise<string[]> =>
  readdir(join(env().MEDIA_DIR, tenant.id, 'leads')).catch(() => [])

interface Row {
  readonly id: string
  readonly lead_id: string
  readonly name: string
  readonly filename: string
  readonly mime_type: string
}
const rowsOf = ({ id }: Form) =>
  asRoot().rows<Row>(
    `select f.* from lead_files f join form_submissions s on s.id = f.lead_id where s.form_id = $1
     order by f.created_at, f.id`,
    [id],
  )

const drain = async () => {
  const { tasks } = await import('@/jobs/tasks')
  const { createRunner } = await import('@/jobs/createRunner')
  const runner = createRunner(testPayload(), tasks, {
    concurrency: 2,
    pollMs: 1000,
    leaseMs: 60_000,
  })
  await runner.drain(Date.now() + 60_000)
  await runner.drain(Date.now() + 60_000)
}

const removing = () =>
  asRoot().rows<{ state: string }>(
    `select state::text from payload_jobs where task_slug = 'removeStrayFiles'`,
  )

describe('files that come with a lead', () => {
  test('lie in a folder of their space, under a name of ours, and no job is left for them', async () => {
    const to = await asking(a)
    const bytes = pdf('Mine')
    const picture = fileOf('../../<b>.html', gifAndPage(), 'text/html')
    expect(await submit([fileOf('Plan 1.pdf', bytes), picture], { to })).toMatchObject({
      done: true,
    })
    const rows = await rowsOf(to)
    expect(rows).toMatchObject([
      { name: 'Plan 1.pdf', mime_type: 'application/pdf' },
      { name: '_b_.gif', mime_type: 'image/gif' },
    ])
    const [first, second] = rows
    expect(first?.filename).toMatch(/^[0-9a-f-]{36}\.pdf$/)
    expect(second?.filename).toMatch(/^[0-9a-f-]{36}\.gif$/)
    const path = join(env().MEDIA_DIR, a.id, 'leads', first?.filename ?? '')
    expect(await readFile(path)).toEqual(bytes)
    const answers = await asRoot().rows(
      `select value from form_submissions_submission_data where _parent_id = $1 and field = 'plan'`,
      [first?.lead_id],
    )
    expect(answers).toEqual([{ value: 'Plan 1.pdf, _b_.gif' }])
    expect(await removing()).toEqual([])
  })

  test('are read by those who read leads, and by nobody else', async () => {
    const to = await asking(a)
    await submit([fileOf('plan.pdf')], { to })
    const [row] = await rowsOf(to)
    const find = () =>
      testPayload().find({
        collection: 'lead-files',
        where: { id: { equals: row?.id } },
        overrideAccess: false,
      })
    for (const user of [owner, editor])
      expect(await asMember(user)(find)).toMatchObject({ docs: [{ name: 'plan.pdf' }] })
    expect((await asMember(stranger)(find)).docs).toEqual([])
    await expect(asMember(viewer)(find)).rejects.toMatchObject({ status: 403 })
    for (const tenant of [a, b])
      await expect(asVisitor(tenant)(find)).rejects.toMatchObject({ status: 403 })
    expect(await asTenant(b.id).rows('select from lead_files where id = $1', [row?.id])).toEqual([])
    const theirs = asMember(stranger)(() =>
      testPayload().findByID({ collection: 'lead-files', id: row?.id ?? '' }),
    )
    await expect(theirs, 'without access functions').rejects.toMatchObject({ status: 404 })
  })

  test('are not given to a lead of another space', async () => {
    const theirs = await asking(b)
    await submit([fileOf('plan.pdf')], { to: theirs, tenant: b })
    const [row] = await rowsOf(theirs)
    const values = [randomUUID(), a.id, row?.lead_id]
    const insert = `insert into lead_files (id, tenant_id, lead_id, name, field) values ($1, $2, $3, 'x', 'plan')`
    expect(await asTenant(a.id).refusal(insert, values)).toBe('23503')
    expect(await asTenant(a.id).refusal(insert, [randomUUID(), a.id, randomUUID()])).toBe('23503')
  })

  test.each([
    ['of a kind that is not taken', [fileOf('plan.pdf', Buffer.from('<html>'))]],
    ['too many', [1, 2, 3, 4].map((number) => fileOf(`${number}.pdf`))],
    ['too large', [fileOf('plan.pdf', pdfOf(1_048_577))]],
  ])('leave nothing when they are refused: %s', async (_name, files) => {
    const before = await stored(a)
    const answer = await submit(files)
    expect(answer.errors?.plan).toEqual(expect.any(String))
    expect(await stored(a)).toEqual(before)
    expect(await removing()).toEqual([])
  })

  test('leave nothing when the lead cannot be stored', async () => {
    const to = await asking(a)
    await asRoot().changes(`create function refuse_lead() returns trigger language plpgsql as
      $$ begin raise exception 'refused'; end $$`)
    await asRoot().changes(`create trigger refuse_lead before insert on lead_files
      for each row execute function refuse_lead()`)
    const before = await stored(a)
    await expect(submit([fileOf('plan.pdf'), fileOf('plan.pdf')], { to })).rejects.toThrow()
    expect(await stored(a)).toEqual(before)
    expect(await rowsOf(to)).toEqual([])
    expect(await asRoot().rows('select from form_submissions where form_id = $1', [to.id])).toEqual(
      [],
    )
    await asRoot().changes('drop trigger refuse_lead on lead_files')
    expect(await submit([fileOf('plan.pdf')], { to })).toMatchObject({ done: true })
  })

  test('that a process left behind are removed, and those of a lead are kept', async () => {
    const to = await asking(a)
    await submit([fileOf('plan.pdf')], { to })
    const [kept] = await rowsOf(to)
    const { putStoredFile } = await import('@/media/storeFile')
    const { queueJob } = await import('@/jobs/queueJob')
    const { removeStrayFiles } = await import('@/jobs/tasks/removeStrayFiles')
    const left = `${randomUUID()}.pdf`
    await putStoredFile({
      key: `${a.id}/leads/${left}`,
      bytes: pdf(),
      mimeType: 'application/pdf',
    })
    await withScope(background(a.id, 'test'), async () => {
      const req = await createLocalReq({}, testPayload())
      const files = [left, kept?.filename ?? '']
      await queueJob(req, removeStrayFiles, { files }, { tenant: a.id })
    })
    expect(await stored(a)).toContain(left)
    await drain()
    expect(await stored(a)).not.toContain(left)
    expect(await stored(a)).toContain(kept?.filename)
  })
})

test('on another disk nothing passes for removed', async () => {
  const { putStoredFile, removeStoredFile } = await import('@/media/storeFile')
  const key = `${randomUUID()}/leads/${randomUUID()}.pdf`
  await expect(removeStoredFile(key)).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' })
  await putStoredFile({ key, bytes: pdf(), mimeType: 'application/pdf' })
  await removeStoredFile(key)
  await expect(removeStoredFile(key), 'a second time').resolves.toBeUndefined()
  const outside = { key: '../outside.pdf', bytes: pdf(), mimeType: 'application/pdf' }
  await expect(putStoredFile(outside)).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' })
})

describe('files that are erased', () => {
  /** A lead with two files, and one of another form that stays. */
  async function leadToErase(email = 'wen@example.test') {
    const to = await asking(a, { title: uniqueName('Plans'), retentionDays: 30 })
    const stays = await asking(a)
    await submit([fileOf('plan.pdf')], { to: stays })
    await submit([fileOf('plan.pdf'), fileOf('second.pdf')], { to, email })
    const rows = await rowsOf(to)
    const [kept] = await rowsOf(stays)
    return { to, lead: rows[0]?.lead_id ?? '', names: rows.map(({ filename }) => filename), kept }
  }

  async function expectErased({ to, names, kept }: Awaited<ReturnType<typeof leadToErase>>) {
    expect(await rowsOf(to)).toEqual([])
    await drain()
    const left = await stored(a)
    expect(left).toEqual(expect.not.arrayContaining(names))
    expect(left).toContain(kept?.filename)
    expect((await removing()).map(({ state }) => state)).not.toContain('failed')
  }

  test('go with a lead that is deleted', async () => {
    const one = await leadToErase()
    expect(await stored(a)).toEqual(expect.arrayContaining(one.names))
    await asMember(owner)(() =>
      testPayload().delete({ collection: 'form-submissions', id: one.lead, overrideAccess: false }),
    )
    await expectErased(one)
  })

  test('stay with a lead whose deletion is rolled back', async () => {
    const one = await leadToErase()
    const { inTransaction } = await import('@/leads/inTransaction')
    const attempt = asMember(owner)(async () => {
      const req = await createLocalReq({}, testPayload())
      return inTransaction(req, async () => {
        await testPayload().delete({ collection: 'form-submissions', id: one.lead, req })
        throw new Error('Not after all')
      })
    })
    await expect(attempt).rejects.toThrow('Not after all')
    await drain()
    expect(await rowsOf(one.to)).toHaveLength(2)
    expect(await stored(a)).toEqual(expect.arrayContaining(one.names))
  })

  const endpoint = async (method: 'get' | 'delete', email: string): Promise<unknown> => {
    const { personEndpoints } = await import('@/leads/person/personEndpoints')
    const found = personEndpoints.find((one) => one.method === method)
    return asMember(owner)(async () => {
      const req = await createLocalReq({ user: { ...owner, collection: 'users' } }, testPayload())
      req.query = { email }
      const answer = await found?.handler(req)
      const json: unknown = await answer?.json()
      return json
    })
  }

  test('are told of a person with where to get them, and go with it', async () => {
    const email = `${uniqueName('nadia')}@example.test`
    const one = await leadToErase(email)
    const size = pdf().length
    expect(await endpoint('get', email)).toMatchObject({
      leads: [
        {
          answers: expect.arrayContaining([
            { field: 'plan', label: 'Floor plan', value: 'plan.pdf, second.pdf' },
          ]),
          files: one.names.map((filename, index) => ({
            field: 'plan',
            name: index === 0 ? 'plan.pdf' : 'second.pdf',
            type: 'application/pdf',
            size,
            download: `/api/lead-files/file/${filename}`,
          })),
        },
      ],
    })
    expect(await endpoint('delete', email)).toEqual({
      erased: [{ form: one.to.title, leads: 1, deliveries: 0, files: 2 }],
    })
    await expectErased(one)
  })

  test('go when the time of their leads is over, and are counted', async () => {
    const one = await leadToErase()
    await asRoot().changes(
      `update form_submissions set created_at = now() - interval '31 days' where id = $1`,
      [one.lead],
    )
    await drain()
    await expectErased(one)
    const reports = await asRoot().rows(
      'select reason::text, leads, files from erasures where form_title = $1',
      [one.to.title],
    )
    expect(reports).toEqual([{ reason: 'retention', leads: '1', files: '2' }])
  })

  test('keep a space from being deleted while they are there', async () => {
    const space = await buildTenant()
    await submit([fileOf('plan.pdf')], { to: await asking(space), tenant: space })
    const remove = () => testPayload().delete({ collection: 'tenants', id: space.id })
    await expect(asPlatform()(remove)).rejects.toMatchObject({
      code: 'IN_USE',
      details: {
        blocking: expect.arrayContaining([{ collection: 'lead-files', count: 1 }]),
      },
    })
    const leads = await asRoot().rows<{ id: string }>(
      'select id from form_submissions where tenant_id = $1',
      [space.id],
    )
    await asPlatform()(() =>
      testPayload().delete({ collection: 'form-submissions', id: leads[0]?.id ?? '' }),
    )
    await drain()
    expect(await stored(space)).toEqual([])
  })
})

describe('a form that asks for files', () => {
  const withField = (field: Partial<LeadFile> & Record<string, unknown>) =>
    asPlatform()(() =>
      testPayload().create({
        collection: 'forms',
        data: {
          title: uniqueName('form'),
          tenant: a.id,
          confirmationType: 'redirect',
          redirect: { url: '/thanks' },
          fields: [
            {
              blockType: 'file',
              name: 'plan',
              accept: ['pdf'],
              maxSize: 1,
              maxFiles: 1,
              ...field,
            },
            {
              blockType: 'text',
              name: 'about',
              showIf: { field: 'name' in field ? field.name : undefined, value: 'x' },
            },
          ],
        },
      }),
    )

  test.each([
    ['more than the platform takes', { maxSize: 21 }, 'fields.0.maxSize'],
    ['half a megabyte', { maxSize: 0.5 }, 'fields.0.maxSize'],
    ['eleven files', { maxFiles: 11 }, 'fields.0.maxFiles'],
    ['none', { maxFiles: 0 }, 'fields.0.maxFiles'],
    ['a kind that there is not', { accept: ['html'] }, 'fields.0.accept'],
    ['no kind', { accept: [] }, 'fields.0.accept'],
    ['a condition on them', { name: 'other' }, 'fields.1.showIf.field'],
  ])('does not ask for %s', async (_name, field, path) => {
    await expect(withField(field)).rejects.toMatchObject({
      data: { errors: [expect.objectContaining({ path })] },
    })
  })
})
