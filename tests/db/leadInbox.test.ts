import { createLocalReq } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'

import { countLeads } from '@/admin/leads/countLeads'
import { background } from '@/db/scope'
import { withScope } from '@/db/withScope'
import type { Form, FormSubmission, Tenant, User } from '@/payload-types'

import { asMember, asPlatform, type Actor } from '../support/actors'
import { buildForm } from '../support/buildForm'
import { buildTenant } from '../support/buildTenant'
import { buildUser } from '../support/buildUser'
import { asRoot, asTenant } from '../support/sqlActors'
import { uniqueName } from '../support/uniqueName'
import { testPayload, usePayload } from '../support/usePayload'

usePayload({ poolMax: 8 })

let a: Tenant
let b: Tenant
let owner: User
let editor: User
let viewer: User
let member: User
let stranger: User
let form: Form

beforeAll(async () => {
  a = await buildTenant()
  b = await buildTenant()
  owner = await buildUser({ tenant: a, role: 'owner' })
  editor = await buildUser({ tenant: a, role: 'editor' })
  viewer = await buildUser({ tenant: a, role: 'viewer' })
  member = await buildUser({ tenant: a, role: 'member' })
  stranger = await buildUser({ tenant: b, role: 'owner' })
  form = await buildForm({ tenant: a })
})

const buildLead = (data: Partial<FormSubmission> = {}, of = form): Promise<FormSubmission> =>
  asPlatform()(() =>
    testPayload().create({
      collection: 'form-submissions',
      depth: 0,
      data: {
        tenant: of.tenant,
        form: of.id,
        status: 'new',
        submissionData: [
          { field: 'name', value: 'Wen' },
          { field: 'email', value: 'wen@example.test' },
        ],
        ...data,
      },
    }),
  )

/** As over the API: with access asked, in the scope of the person. */
const change = (user: User, id: string, data: Partial<FormSubmission>) =>
  asMember(user)(() =>
    testPayload().update({
      collection: 'form-submissions',
      id,
      data,
      depth: 0,
      overrideAccess: false,
      user: { ...user, collection: 'users' },
    }),
  )

describe('a lead', () => {
  test('is for owners and editors, and unknown to everybody else', async () => {
    const { id } = await buildLead()
    await expect(change(owner, id, { status: 'won' })).resolves.toMatchObject({ status: 'won' })
    await expect(change(editor, id, { status: 'lost' })).resolves.toMatchObject({ status: 'lost' })
    for (const user of [viewer, member, stranger])
      await expect(change(user, id, { status: 'spam' })).rejects.toMatchObject({
        status: expect.toSatisfy((status: number) => [403, 404].includes(status)),
      })
    const read = (user: User) =>
      asMember(user)(() =>
        testPayload().findByID({ collection: 'form-submissions', id, overrideAccess: false }),
      )
    await expect(read(editor)).resolves.toMatchObject({ status: 'lost' })
    for (const user of [viewer, member])
      await expect(read(user)).rejects.toMatchObject({ status: 403 })
    await expect(read(stranger)).rejects.toMatchObject({ status: 404 })
  })

  test('is assigned to owners and editors of its space', async () => {
    const { id } = await buildLead()
    await expect(change(owner, id, { assignee: editor.id })).resolves.toMatchObject({
      assignee: editor.id,
    })
    for (const user of [
      viewer.id,
      member.id,
      stranger.id,
      '00000000-0000-7000-8000-000000000001',
      'x',
    ])
      await expect(change(owner, id, { assignee: user })).rejects.toMatchObject({
        name: 'ValidationError',
      })
    await expect(change(owner, id, { assignee: null })).resolves.toMatchObject({ assignee: null })
  })

  test('of somebody who has left can be changed', async () => {
    const leaving = await buildUser({ tenant: a, role: 'editor' })
    const { id } = await buildLead({ assignee: leaving.id })
    await asRoot().changes(`update users_tenants set role = 'member' where _parent_id = $1`, [
      leaving.id,
    ])
    await expect(change(owner, id, { status: 'won' })).resolves.toMatchObject({ status: 'won' })
  })

  test('the database refuses an account that is not visible as one that does not exist', async () => {
    const { id } = await buildLead()
    const assign = (user: string) =>
      asTenant(a.id).refusal('update form_submissions set assignee_id = $2 where id = $1', [
        id,
        user,
      ])
    expect(await assign(stranger.id)).toBe('23503')
    expect(await assign('00000000-0000-7000-8000-000000000001')).toBe('23503')
    expect(await assign(editor.id)).toBe('allowed')
  })

  test('keeps its notes as they were written, each signed by its author', async () => {
    const { id } = await buildLead()
    const first = await change(editor, id, {
      notes: [{ text: 'Called', createdBy: owner.id, at: '2001-01-01T00:00:00.000Z' }],
    })
    const [note] = first.notes ?? []
    expect(note).toMatchObject({ text: 'Called', createdBy: editor.id })
    expect(Date.now() - Date.parse(note?.at ?? '')).toBeLessThan(60_000)
    const forged = await change(owner, id, {
      notes: [{ ...note, text: 'Never called', createdBy: owner.id }, { text: 'Second' }],
    })
    expect(forged.notes).toMatchObject([
      { id: note?.id, text: 'Called', createdBy: editor.id, at: note?.at },
      { text: 'Second', createdBy: owner.id },
    ])
    const emptied = await change(owner, id, { notes: [] })
    expect(emptied.notes).toHaveLength(2)
  })

  test('keeps the notes of all who write at once', async () => {
    const { id } = await buildLead()
    const texts = ['Called', 'Wrote', 'Met', 'Waits']
    await Promise.all([
      ...texts.map((text) => change(editor, id, { notes: [{ text }] })),
      change(owner, id, { status: 'won' }),
    ])
    const { notes } = await change(owner, id, { status: 'won' })
    expect(notes?.map(({ text }) => text).sort()).toEqual([...texts].sort())
  })

  test('keeps what was agreed to', async () => {
    const consent = { text: 'Keep it.', version: 3, givenAt: '2026-01-01T00:00:00.000Z' }
    const { id } = await buildLead({ consent })
    const changed = await change(owner, id, {
      consent: { text: 'Sell it.', version: 4, givenAt: null },
    })
    expect(changed.consent).toMatchObject(consent)
  })

  test('is as old as it is: nobody has it erased by dating it back', async () => {
    const { id, createdAt } = await buildLead()
    const changed = await change(editor, id, { createdAt: '2001-01-01T00:00:00.000Z' })
    expect(changed.createdAt).toBe(createdAt)
  })

  test('is counted by form and status, in the space of who asks', async () => {
    const own = await buildForm({ tenant: a })
    await buildLead({}, own)
    await buildLead({ status: 'won' }, own)
    await buildLead({}, await buildForm({ tenant: b }))
    const scope = background(a.id, 'test')
    const counts = await countLeads(testPayload(), scope, undefined)
    expect(counts.find((one) => one.form === own.id)).toEqual({
      form: own.id,
      title: own.title,
      byStatus: { new: 1, won: 1 },
      total: 2,
    })
    const leads = counts.reduce((sum, { total }) => sum + total, 0)
    const [all] = await asRoot().rows<{ count: number }>(
      'select count(*)::int as count from form_submissions where tenant_id = $1',
      [a.id],
    )
    expect(leads).toBe(all?.count)
  })
})

describe('consent', () => {
  const update = (id: string, text: string | null) =>
    asPlatform()(() =>
      testPayload().update({ collection: 'forms', id, depth: 0, data: { consent: { text } } }),
    )

  test('has a new version with each change of its words', async () => {
    const { id } = await buildForm({ tenant: a, consent: { text: 'One', version: 77 } })
    expect((await update(id, 'One')).consent).toEqual({ text: 'One', version: 1 })
    expect((await update(id, 'Two')).consent).toEqual({ text: 'Two', version: 2 })
    expect((await update(id, '')).consent).toEqual({ text: null, version: 2 })
    expect((await update(id, 'Two')).consent).toEqual({ text: 'Two', version: 3 })
  })

  test('is asked for, in the version that the form has, and kept with the lead', async () => {
    const { submitForm } = await import('@/leads/submitForm')
    const asks = await buildForm({ tenant: a, consent: { text: 'Keep my address.' } })
    const send = (given: Record<string, string>) =>
      submitForm(testPayload(), {
        tenant: a.id,
        form: asks.id,
        values: { name: 'Wen', email: 'wen@example.test', ...given },
        address: uniqueName('address'),
        token: undefined,
        reading: { locale: 'en', fallbackLocale: 'en' },
      })
    const refused: [Record<string, string>, RegExp][] = [
      [{}, /Tick this box/],
      [{ atrium_consent: '0' }, /changed meanwhile/],
    ]
    for (const [given, words] of refused) {
      const answer = await send(given)
      expect(answer.errors?.atrium_consent).toMatch(words)
    }
    expect(await send({ atrium_consent: '1' })).toMatchObject({ done: true })
    const rows = await asRoot().rows(
      'select consent_text, consent_version, consent_given_at from form_submissions where form_id = $1',
      [asks.id],
    )
    expect(rows).toEqual([
      {
        consent_text: 'Keep my address.',
        consent_version: '1',
        consent_given_at: expect.any(Date),
      },
    ])
  })
})

/** Where a word stands in anything that belongs to a space. */
async function tablesWith(tenant: string, word: string): Promise<string[]> {
  const tables = await asRoot().rows<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_attribute x on x.attrelid = c.oid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and x.attname = 'tenant_id' and not x.attisdropped`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await asRoot().rows(
      `select from ${name} t where tenant_id = $1 and t::text ilike $2 limit 1`,
      [tenant, `%${word}%`],
    )
    if (rows.length > 0) found.push(name)
  }
  return found
}

const buildDelivery = (lead: FormSubmission, target: string) =>
  asPlatform()(() =>
    testPayload().create({
      collection: 'deliveries',
      data: {
        tenant: lead.tenant,
        lead: lead.id,
        form: lead.form,
        kind: 'confirmation',
        state: 'sent',
        target,
      },
    }),
  )

describe('erasing', () => {
  const endpoint = async (
    method: 'get' | 'delete',
    user: User,
    email: string,
    { as, path = '/leads/person', mention }: { as?: Actor; path?: string; mention?: string[] } = {},
  ) => {
    const { personEndpoints } = await import('@/leads/person/personEndpoints')
    const found = personEndpoints.find((one) => one.method === method && one.path === path)
    return (as ?? asMember(user))(async () => {
      const req = await createLocalReq({ user: { ...user, collection: 'users' } }, testPayload())
      req.query = { email, mention }
      const answer = await found?.handler(req)
      const json: unknown = await answer?.json()
      return json
    })
  }
  const person = (email: string) => [
    { field: 'name', value: 'Nadia' },
    { field: 'email', value: email },
  ]

  test('everything about a person is handed out, and erased, in one space only', async () => {
    const email = `${uniqueName('nadia')}@example.test`
    const own = await buildForm({ tenant: a, title: uniqueName('Tour') })
    const lead = await buildLead(
      {
        submissionData: person(email.toUpperCase()),
        summary: email,
        notes: [{ text: `Write to ${email}` }],
      },
      own,
    )
    await buildLead({ submissionData: person(email) })
    await buildDelivery(lead, email)
    const elsewhere = await buildLead(
      { submissionData: person(email) },
      await buildForm({ tenant: b }),
    )
    const other = await buildLead()

    const shown = await endpoint('get', owner, ` ${email} `)
    expect(shown).toMatchObject({
      email,
      leads: [
        {
          form: own.title,
          answers: [{ label: 'Name', value: 'Nadia' }, { field: 'email' }],
          notes: [{ text: `Write to ${email}` }],
          deliveries: [{ kind: 'confirmation', target: email }],
        },
        { deliveries: [] },
      ],
    })
    expect(await tablesWith(a.id, email)).not.toEqual([])

    const erased = await endpoint('delete', owner, email)
    expect(erased).toEqual({
      erased: expect.arrayContaining([
        { form: own.title, leads: 1, deliveries: 1, files: 0 },
        { form: form.title, leads: 1, deliveries: 0, files: 0 },
      ]),
    })
    expect(await tablesWith(a.id, email)).toEqual([])
    expect(await tablesWith(b.id, email)).not.toEqual([])
    const left = await asRoot().rows('select from form_submissions where id in ($1, $2)', [
      elsewhere.id,
      other.id,
    ])
    expect(left).toHaveLength(2)
    const reports = await asRoot().rows(
      `select form_title, reason::text, leads, deliveries, created_by_id from erasures where form_title = $1`,
      [own.title],
    )
    expect(reports).toEqual([
      {
        form_title: own.title,
        reason: 'person',
        leads: '1',
        deliveries: '1',
        created_by_id: owner.id,
      },
    ])
  })

  test('leads of others that name the address are listed, and go when they are chosen', async () => {
    const email = `${uniqueName('ann')}+x@example.test`
    const saying = (value: string, more: object = {}) =>
      buildLead({
        submissionData: [{ field: 'message', value }, ...person('somebody@example.test')],
        ...more,
      })
    const own = await buildLead({ submissionData: person(email) })
    const named = await saying(`Ask ${email.toUpperCase()}. Thanks`)
    const noted = await saying('Hello', { notes: [{ text: `knows <${email}>` }] })
    for (const other of [`x${email}`, `${email}.org`, `${email}-2`, email.replace('+', '-')])
      await saying(`Ask ${other} please`)
    await asRoot().changes(
      `insert into lead_files (id, tenant_id, lead_id, field, name, filename) values (gen_random_uuid(), $1, $2, 'cv', $3, $4)`,
      [a.id, noted.id, `CV of ${email}.pdf`, `${crypto.randomUUID()}.pdf`],
    )
    const elsewhere = await buildLead(
      { submissionData: [{ field: 'message', value: `Ask ${email}` }] },
      await buildForm({ tenant: b }),
    )

    const path = '/leads/person/mentions'
    expect(await endpoint('get', owner, email, { path })).toEqual({
      own: 1,
      mentions: [
        expect.objectContaining({ id: named.id, form: form.title, places: ['message'] }),
        expect.objectContaining({ id: noted.id, places: [`file “CV of ${email}.pdf”`, 'note'] }),
      ],
    })
    await expect(endpoint('get', editor, email, { path })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    for (const mention of [[elsewhere.id], [own.id], ['x']])
      await expect(endpoint('delete', owner, email, { mention })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      })
    expect(await endpoint('delete', owner, email, { mention: [named.id] })).toMatchObject({
      erased: [{ leads: 2 }],
    })
    const left = await asRoot().rows<{ id: string }>(
      'select id from form_submissions where id = any($1)',
      [[own.id, named.id, noted.id, elsewhere.id]],
    )
    expect(left.map(({ id }) => id).sort()).toEqual([noted.id, elsewhere.id].sort())
  })

  test('a person is for owners', async () => {
    for (const user of [editor, viewer, member])
      for (const method of ['get', 'delete'] as const)
        await expect(endpoint(method, user, 'wen@example.test')).rejects.toMatchObject({
          code: 'FORBIDDEN',
        })
    await expect(endpoint('get', owner, 'no address')).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
  })

  test('a lead that is deleted takes its deliveries along', async () => {
    const lead = await buildLead()
    await buildDelivery(lead, 'desk@example.test')
    await asMember(owner)(() =>
      testPayload().delete({ collection: 'form-submissions', id: lead.id, overrideAccess: false }),
    )
    expect(await asRoot().rows('select from deliveries where lead_id = $1', [lead.id])).toEqual([])
  })

  test('leads go when their time is over, and the report says how many', async () => {
    const { tasks } = await import('@/jobs/tasks')
    const { createRunner } = await import('@/jobs/createRunner')
    const days = (count: number) => new Date(Date.now() - count * 86_400_000).toISOString()
    const short = await buildForm({ tenant: a, title: uniqueName('Short'), retentionDays: 30 })
    const kept = await buildForm({ tenant: a })
    const old = await buildLead({ createdAt: days(31) }, short)
    await buildDelivery(old, 'wen@example.test')
    await buildLead({ createdAt: days(400) }, short)
    const young = await buildLead({ createdAt: days(29) }, short)
    const forever = await buildLead({ createdAt: days(400) }, kept)

    await asRoot().changes('delete from payload_jobs')
    const runner = createRunner(testPayload(), tasks, {
      concurrency: 2,
      pollMs: 1000,
      leaseMs: 60_000,
    })
    await runner.drain(Date.now() + 60_000)
    await runner.drain(Date.now() + 60_000)
    const left = await asRoot().rows<{ id: string }>(
      'select id from form_submissions where form_id in ($1, $2) order by created_at desc',
      [short.id, kept.id],
    )
    expect(left.map(({ id }) => id)).toEqual([young.id, forever.id])
    const report = () =>
      asRoot().rows(
        'select reason::text, leads, deliveries, created_by_id from erasures where form_title = $1',
        [short.title],
      )
    const once = [{ reason: 'retention', leads: '2', deliveries: '1', created_by_id: null }]
    expect(await report()).toEqual(once)

    const seen = (user: User) =>
      asMember(user)(() => testPayload().find({ collection: 'erasures', overrideAccess: false }))
    expect(JSON.stringify(await seen(owner))).toContain(short.title)
    await expect(seen(editor)).rejects.toMatchObject({ status: 403 })
    expect(JSON.stringify(await seen(stranger))).not.toContain(short.title)

    await asRoot().changes('delete from payload_jobs')
    await runner.drain(Date.now() + 60_000)
    await runner.drain(Date.now() + 60_000)
    expect(await report(), 'a second night').toEqual(once)
  })

  test('a job erases in its own space only', async () => {
    const { eraseLeads } = await import('@/leads/erasing/eraseLeads')
    const theirs = await buildLead({}, await buildForm({ tenant: b }))
    const report = await withScope(background(a.id, 'test'), async () => {
      const req = await createLocalReq({}, testPayload())
      return eraseLeads(req, { tenant: a.id, ids: [theirs.id], reason: 'retention', person: null })
    })
    expect(report).toEqual([])
    expect(
      await asRoot().rows('select from form_submissions where id = $1', [theirs.id]),
    ).toHaveLength(1)
  })
})
