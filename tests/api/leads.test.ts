import { beforeAll, describe, expect, test } from 'vitest'

import { plantSignedIn } from '../support/httpAccounts'
import { as, asAdmin, asVisitor, withToken } from '../support/httpActors'
import { sql, useSql } from '../support/httpDatabase'
import { formIn, sendForm } from '../support/httpForm'
import { enterServerEnvironment } from '../support/httpPayload'
import { expectStatus, jsonOf, read, readText } from '../support/httpRequest'
import { mailsTo, mailTo } from '../support/httpMail'
import { PLATFORM } from '../support/httpSeed'
import { useSpaces } from '../support/httpSpaces'
import { uniqueName } from '../support/uniqueName'

useSql()
const space = useSpaces('a', 'b')

const owner = () => as('owner', space.a)
const visitor = () => asVisitor(space.a)

async function buildForm(data: Record<string, unknown> = {}): Promise<string> {
  const json = {
    title: uniqueName('Form'),
    confirmationType: 'redirect',
    redirect: { url: '/thanks' },
    fields: [
      { blockType: 'text', name: 'name', label: 'Your name', required: true },
      { blockType: 'email', name: 'email', label: 'E-mail', required: true },
    ],
    ...data,
  }
  return readText(expectStatus(await owner()({ path: '/api/forms', json }), 201), 'doc', 'id')
}

const submit = (form: string, values: Record<string, unknown>) =>
  visitor()({ path: `/api/forms/${form}/submit`, json: { values } })

describe('the export', () => {
  let form: string

  beforeAll(async () => {
    form = await buildForm()
    for (const name of ['=1+1', 'Second\nline', 'Third'])
      expectStatus(await submit(form, { name, email: 'wen@example.test' }), 201)
    await sql(`update form_submissions set status = 'won' where form_id = $1 and summary like $2`, [
      form,
      'Third%',
    ])
  })

  test('is a table of the leads of a form, with formulas defused', async () => {
    const answer = await owner()(`/api/form-submissions/export?form=${form}`)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="leads-/)
    expect(answer.body).toMatch(/Received,Form,Status,Assigned to,Your name,E-mail,Notes,/)
    expect(answer.body).toContain(",New,,'=1+1,wen@example.test,")
    expect(answer.body).toContain('"Second\nline"')
    expect(answer.body.trim().split('\r\n')).toHaveLength(4)
  })

  test('follows the filters of the list', async () => {
    const rows = async (query: string) =>
      (await owner()(`/api/form-submissions/export?form=${form}&${query}`)).body
        .trim()
        .split('\r\n').length - 1
    expect(await rows('status=won')).toBe(1)
    expect(await rows('where[status][in][0]=new&where[status][in][1]=won')).toBe(3)
    expect(await rows('where[summary][like]=Second')).toBe(1)
    expect((await owner()('/api/form-submissions/export?status=x')).status).toBe(400)
    expect(
      (await owner()('/api/form-submissions/export?where[challenge][exists]=true')).status,
    ).toBe(400)
  })

  test('has every answer: to a question that is gone, and of a form in the trash', async () => {
    const old = await buildForm()
    const name = uniqueName('Wen')
    expectStatus(await submit(old, { name, email: 'wen@example.test' }), 201)
    const patch = async (json: object) =>
      expectStatus(await owner()({ path: `/api/forms/${old}`, method: 'PATCH', json }), 200)
    await patch({ fields: [{ blockType: 'text', name: 'topic', label: 'Topic' }] })
    await patch({ deletedAt: new Date().toISOString() })
    for (const query of [`?form=${old}`, `?where[form][equals]=${old}`]) {
      const { body } = await owner()(`/api/form-submissions/export${query}`)
      expect(body).toContain(name)
      expect(body).toContain('wen@example.test')
    }
    const { body } = await owner()(`/api/form-submissions/export?form=${old}`)
    expect(body).toMatch(/Assigned to,Topic,email,name,Notes/)
  })

  test('is for owners and editors, of one space', async () => {
    const path = `/api/form-submissions/export?form=${form}`
    expect((await as('editor', space.a)(path)).status).toBe(200)
    for (const role of ['author', 'viewer', 'member'] as const)
      expect((await as(role, space.a)(path)).status).toBe(403)
    expect((await visitor()(path)).status).toBe(401)
    const own = `Lead of ${space.a.slug}`
    const other = as('owner', space.b)
    expect((await other(path)).body).not.toContain('wen@example.test')
    expect((await other('/api/form-submissions/export')).body).not.toContain(own)
    // Works in both spaces, and says which one it means.
    const memberships = [space.a, space.b].map(({ id }) => ({
      tenant: id,
      role: 'editor' as const,
    }))
    const { token } = await plantSignedIn(PLATFORM, { memberships })
    const both = withToken(token, PLATFORM)
    const of = (id: string) => both(`/api/form-submissions/export?tenant=${id}`)
    expect((await of(space.b.id)).body).not.toContain(own)
    expect((await of(space.a.id)).body).toContain(own)
    expect((await both('/api/form-submissions/export')).status).toBe(400)
    for (const tenant of ['abc', space.a.id.toUpperCase(), '%00'])
      expect((await asAdmin()(`/api/form-submissions/export?tenant=${tenant}`)).status).toBe(400)
  })
})

describe('webhooks of a form', () => {
  const url = 'https://example.com/leads?key=hidden-key'

  test('are seen by owners only, secret and all', async () => {
    const form = await buildForm({ webhooks: [{ url }] })
    const path = `/api/forms/${form}`
    expect(readText(await owner()(path), 'webhooks', 0, 'secret')).toMatch(/^whsec_/)
    for (const actor of [...['editor', 'author', 'viewer', 'member'].map(member), visitor()]) {
      for (const place of [path, '/api/forms?limit=100', `/api/form-submissions?depth=2`]) {
        const { body } = await actor(place)
        expect(body).not.toContain('whsec_')
        expect(body).not.toContain('hidden-key')
      }
      const ask = (word: string) => actor(`/api/forms?where[webhooks.secret][like]=${word}`)
      expect(jsonOf(await ask('whsec'))).toEqual(jsonOf(await ask('zzzzz')))
    }
    function member(role: string) {
      return as(role as 'editor', space.a)
    }
  })

  test.each([
    'http://example.com/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost:5432/',
    'https://0x7f.1/',
    'nonsense',
  ])('do not lead to %s', async (target) => {
    const json = { webhooks: [{ url: target }] }
    const answer = await owner()({
      path: `/api/forms/${space.a.docs.forms}`,
      method: 'PATCH',
      json,
    })
    expect(answer.status).toBe(400)
    expect(read(answer, 'errors', 0, 'fields', 0, 'field')).toBe('webhooks.0.url')
  })
})

describe('what is sent because of a lead', () => {
  test('leaves after the answer, is seen by the space, and is sent again', async () => {
    const desk = `${uniqueName('desk')}@example.test`
    const form = await buildForm({ emails: [{ emailTo: desk, subject: 'From {{name}}' }] })
    expectStatus(await submit(form, { name: 'Wen', email: 'wen@example.test' }), 201)
    const mail = await mailTo(desk)
    expect(mail.subject).toBe('From Wen')
    expect(mail.text).toContain(`http://${space.a.host}`)
    const find = (actor: typeof owner) =>
      actor()(`/api/deliveries?where[form][equals]=${form}&depth=0`)
    const delivery = readText(await find(owner), 'docs', 0, 'id')
    const again = { path: `/api/deliveries/${delivery}/send-again`, method: 'POST' }
    for (const [actor, status] of [
      [as('owner', space.b), 404],
      [as('viewer', space.a), 403],
      [visitor(), 401],
    ] as const)
      expect((await actor(again)).status).toBe(status)
    expectStatus(await as('editor', space.a)(again), 202)
    const second = await mailTo(desk, 2)
    expect(second.messageId).not.toBe(mail.messageId)
    expect(await mailsTo(desk)).toHaveLength(2)
    expect(jsonOf(await find(() => as('owner', space.b)))).toMatchObject({ totalDocs: 0 })
  })
})

describe('a person', () => {
  test('is handed out and erased at the own address only', async () => {
    const email = `${uniqueName('nadia')}@example.test`
    const form = await buildForm()
    expectStatus(await submit(form, { name: 'Nadia', email }), 201)
    const path = `/api/leads/person?email=${encodeURIComponent(email)}`
    expect(jsonOf(await owner()(path))).toMatchObject({ email, leads: [{ status: 'new' }] })
    expect(jsonOf(await as('owner', space.b)(path))).toMatchObject({ leads: [] })
    for (const actor of [as('editor', space.a), as('viewer', space.a)])
      expect((await actor({ path, method: 'DELETE' })).status).toBe(403)
    expect((await visitor()({ path, method: 'DELETE' })).status).toBe(401)
    expect(jsonOf(await as('owner', space.b)({ path, method: 'DELETE' }))).toEqual({ erased: [] })
    expect(jsonOf(await owner()({ path, method: 'DELETE' }))).toMatchObject({
      erased: [{ leads: 1 }],
    })
    expect(jsonOf(await owner()(path))).toMatchObject({ leads: [] })
  })
})

describe('a form that asks for a puzzle', () => {
  test('is taken once for each that is solved', async () => {
    enterServerEnvironment()
    const { solveChallenge } = await import('@/site/solveChallenge')
    const form = await buildForm({ captcha: true })
    const values = { name: 'Wen', email: 'wen@example.test' }
    const without = await submit(form, values)
    expect(without.status).toBe(400)
    expect(without.body).toContain('switch JavaScript on')
    const asked = await visitor()(`/api/forms/${form}/challenge`)
    const solution = await solveChallenge(readText(asked, 'challenge'), Number(read(asked, 'bits')))
    const solved = { ...values, atrium_captcha: solution }
    expect((await submit(form, solved)).status).toBe(201)
    const twice = await submit(form, solved)
    expect(twice.status).toBe(400)
    expect(twice.body).toContain('was sent already')
  })

  test('at the same moment, too', async () => {
    enterServerEnvironment()
    const { solveChallenge } = await import('@/site/solveChallenge')
    const form = await buildForm({ captcha: true })
    const asked = await visitor()(`/api/forms/${form}/challenge`)
    const atrium_captcha = await solveChallenge(
      readText(asked, 'challenge'),
      Number(read(asked, 'bits')),
    )
    const all = await Promise.all(
      Array.from({ length: 5 }, () =>
        submit(form, { name: 'Wen', email: 'wen@example.test', atrium_captcha }),
      ),
    )
    expect(all.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(all.filter(({ status }) => status >= 500)).toEqual([])
  })
})

describe('a form with steps, a condition and consent, without JavaScript', () => {
  test('shows all of it, and is checked as a whole', async () => {
    const form = await buildForm({
      consent: { text: 'Keep my address for a year.' },
      fields: [
        { blockType: 'step', title: 'About you' },
        { blockType: 'text', name: 'name', label: 'Name', required: true },
        { blockType: 'checkbox', name: 'firm', label: 'For a firm' },
        { blockType: 'step', title: 'Your firm' },
        {
          blockType: 'text',
          name: 'company',
          label: 'Company',
          required: true,
          showIf: { field: 'firm', value: 'true' },
        },
      ],
    })
    const json = {
      title: uniqueName('Page'),
      slug: uniqueName('page'),
      _status: 'published',
      layout: [{ blockType: 'form', heading: 'Ask', form }],
    }
    const page = expectStatus(await owner()({ path: '/api/pages', json }), 201)
    const path = readText(page, 'doc', 'path')
    const shown = expectStatus(await visitor()(path), 200)
    expect(shown.body).toContain('Step 2 of')
    expect(shown.body).toContain('Only if: For a firm')
    expect(shown.body).toContain('Keep my address for a year.')
    expect(shown.body).not.toMatch(/<fieldset[^>]* hidden/)
    enterServerEnvironment()
    const { issueFormToken } = await import('@/leads/formToken')
    const send = async (values: Record<string, string>) =>
      sendForm(
        visitor(),
        path,
        new Map([
          ...[...formIn(shown)].filter(([name]) => !['firm', 'atrium_consent'].includes(name)),
          ['token', issueFormToken(form, Date.now() - 60_000)],
          ...Object.entries(values),
        ]),
      )
    expect((await send({ name: 'Wen' })).body).toContain('Tick this box to go on.')
    const firm = await send({ name: 'Wen', firm: 'true', atrium_consent: '1' })
    expect(firm.body).toContain('Please fill this in.')
    const name = uniqueName('Visitor')
    await send({ name, company: 'Not asked for', atrium_consent: '1' })
    const rows = await sql(
      `select s.consent_text, s.consent_version::int, array_agg(d.field order by d._order) as fields
       from form_submissions s join form_submissions_submission_data d on d._parent_id = s.id
       where s.form_id = $1 group by s.id`,
      [form],
    )
    expect(rows).toEqual([
      { consent_text: 'Keep my address for a year.', consent_version: 1, fields: ['name'] },
    ])
  })
})
