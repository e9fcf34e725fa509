import { randomUUID } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

import { beforeAll, describe, expect, test } from 'vitest'

import { as, asAdmin, asVisitor, http } from '../support/httpActors'
import { filesFormOf, filled, type SentFile } from '../support/httpContent'
import { sql, useSql } from '../support/httpDatabase'
import { actionIn, formIn, sendForm } from '../support/httpForm'
import { mailTo } from '../support/httpMail'
import { enterServerEnvironment } from '../support/httpPayload'
import { expectStatus, jsonOf, learned, read, readText, type Answer } from '../support/httpRequest'
import { useSpaces } from '../support/httpSpaces'
import { docm, gifAndPage, pdf, pdfOf } from '../support/sampleFiles'
import { uniqueName } from '../support/uniqueName'

useSql()
const space = useSpaces('a', 'b')

const visitor = () => asVisitor(space.a)
const owner = () => as('owner', space.a)

const person = { name: 'Wen', email: 'wen@example.test' }
const plan = (name = 'Plan.pdf', data = pdf()): SentFile => ({ name, data })

async function buildForm(change: Record<string, unknown> = {}): Promise<string> {
  const json = { ...filesFormOf(uniqueName('Plans')), ...change }
  return readText(expectStatus(await owner()({ path: '/api/forms', json }), 201), 'doc', 'id')
}

let form: string

beforeAll(async () => {
  form = await buildForm()
})

const submit = (
  files: Readonly<Record<string, readonly SentFile[]>>,
  { to = form, values = {} }: { to?: string; values?: Readonly<Record<string, string>> } = {},
) => visitor()({ path: `/api/forms/${to}/submit`, body: filled({ ...person, ...values }, files) })

interface Kept {
  readonly id: string
  readonly lead_id: string
  readonly name: string
  readonly filename: string
}
const filesOf = (of = form) =>
  sql<Kept>(
    `select f.id, f.lead_id, f.name, f.filename from lead_files f
     join form_submissions s on s.id = f.lead_id where s.form_id = $1 order by f.created_at, f.id`,
    [of],
  )
const stored = () =>
  readdir(join(http().folder, 'media', space.a.id, 'leads')).catch(() => [] as string[])
/** All that there is of files in this space: rows, and what lies in the storage. */
const everything = async () => [
  await sql('select id from lead_files where tenant_id = $1 order by id', [space.a.id]),
  (await stored()).sort(),
]
const addressOf = ({ filename }: Pick<Kept, 'filename'>) => `/api/lead-files/file/${filename}`

async function sent(file: SentFile): Promise<Kept> {
  const to = await buildForm()
  expectStatus(await submit({ plan: [file] }, { to }), 201)
  const [kept] = await filesOf(to)
  if (!kept) throw new Error('The file is not there')
  return kept
}

describe('a file that comes with a form', () => {
  test('is saved by whoever reads leads, under the name that it had', async () => {
    const data = pdf(uniqueName('Secret'))
    const kept = await sent({ name: 'Grundriß "1".PDF', data, type: 'text/html' })
    for (const actor of [owner(), as('editor', space.a)]) {
      const answer = expectStatus(await actor(addressOf(kept)), 200)
      expect(answer.body).toBe(data.toString('utf8'))
      expect(answer.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="Grundri_ _1_.pdf"; filename*=UTF-8''Grundri%C3%9F%20_1_.pdf`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'private, no-store',
      })
    }
  })

  test('is nobody else’s, whoever knows its address', async () => {
    const kept = await sent(plan())
    const nobodys = addressOf({ filename: `${randomUUID()}.pdf` })
    for (const [actor, status] of [
      [visitor(), 403],
      [as('member', space.a), 403],
      [as('viewer', space.a), 403],
      [as('author', space.a), 403],
      [as('owner', space.b), 404],
      [asVisitor(space.b), 403],
    ] as const)
      for (const query of ['', `?prefix=${space.a.id}/leads`, '?prefix=']) {
        const answer = await actor(`${addressOf(kept)}${query}`)
        expect(answer.status).toBe(status)
        expect(learned(answer)).toEqual(learned(await actor(nobodys)))
      }
    const path = `/api/media/file/${kept.filename}?prefix=${space.a.id}/leads`
    for (const actor of [visitor(), owner(), asAdmin()])
      expect((await actor(path)).status, 'as a medium').not.toBe(200)
    expect((await asAdmin()(addressOf(kept))).status, 'platform staff').toBe(200)
  })

  test('is among neither media, nor what is found, nor what visitors read', async () => {
    const name = uniqueName('hidden')
    const kept = await sent(plan(`${name}.pdf`))
    for (const path of [
      '/api/media?limit=100',
      `/api/forms/${form}`,
      '/api/lead-files',
      `/api/lead-files/${kept.id}`,
      `/api/form-submissions/${kept.lead_id}`,
    ])
      expect((await visitor()(path)).body).not.toContain(name)
    for (const actor of [visitor(), as('viewer', space.a)])
      expect(read(await actor(`/api/search?q=${name}`), 'docs')).toEqual([])
    expect((await owner()('/api/media?limit=100')).body).not.toContain(kept.filename)
  })

  test('is not made, changed or taken away over the API', async () => {
    const kept = await sent(plan())
    const path = `/api/lead-files/${kept.id}`
    const body = () => filled({ _payload: '{}' }, { file: [plan()] })
    for (const actor of [owner(), asAdmin(), visitor()]) {
      expect((await actor({ path: '/api/lead-files', body: body() })).status).toBe(403)
      expect((await actor({ path, method: 'PATCH', json: { name: 'x' } })).status).toBe(403)
      expect((await actor({ path, method: 'DELETE' })).status).toBe(403)
    }
    expect((await owner()(addressOf(kept))).status).toBe(200)
  })

  test('is named in the mail, the table and what is handed out of a person, and goes with it', async () => {
    const desk = `${uniqueName('desk')}@example.test`
    const email = `${uniqueName('wen')}@example.test`
    const to = await buildForm({ emails: [{ emailTo: desk, subject: 'Plans' }] })
    const files = { plan: [plan('Ground floor.pdf'), plan('=cmd|calc.pdf')] }
    expectStatus(await submit(files, { to, values: { email } }), 201)
    const names = 'Ground floor.pdf, =cmd_calc.pdf'
    expect((await mailTo(desk)).text).toContain(`Floor plan: ${names}`)
    const csv = await owner()(`/api/form-submissions/export?form=${to}`)
    expect(csv.body).toContain('Floor plan')
    expect(csv.body).toContain(`"${names}"`)
    const kept = await filesOf(to)
    const path = `/api/leads/person?email=${encodeURIComponent(email)}`
    expect(jsonOf(await owner()(path))).toMatchObject({
      leads: [{ files: kept.map((file) => ({ name: file.name, download: addressOf(file) })) }],
    })
    expectStatus(await owner()({ path, method: 'DELETE' }), 200)
    await expect
      .poll(stored, { timeout: 30_000 })
      .toEqual(expect.not.arrayContaining(kept.map(({ filename }) => filename)))
    expect((await owner()(addressOf(kept[0] ?? { filename: '' }))).status).toBe(404)
  })
})

describe('what is not what the form asks for', () => {
  const large = pdfOf(1_048_577)
  const refusals: [string, Record<string, SentFile[]>, RegExp][] = [
    ['a page that is called a PDF', { plan: [plan('a.pdf', Buffer.from('<html>'))] }, /cannot be/],
    ['a drawing that can run', { plan: [plan('a.svg', Buffer.from('<svg/>'))] }, /cannot be taken/],
    ['a document with macros', { plan: [plan('a.pdf', docm())] }, /cannot be taken/],
    ['a good one and a bad one', { plan: [plan(), plan('b.pdf', Buffer.from('x'))] }, /“b.pdf”/],
    ['three files', { plan: [plan(), plan(), plan()] }, /Choose up to 2 files; these are 3/],
    ['a large file', { plan: [plan('a.pdf', large)] }, /is too large: up to 1 MB/],
    ['an empty file', { plan: [plan('a.pdf', Buffer.alloc(0))] }, /is empty/],
    ['a file for no question', { other: [plan()] }, /no field of that name/],
    ['a file for a question of text', { message: [plan()] }, /no field of that name/],
    ['a file for what is the form’s own', { atrium_consent: [plan()] }, /no field of that name/],
  ]

  test.each(refusals)('is refused, and leaves nothing: %s', async (_name, files, words) => {
    const before = await everything()
    const answer = await submit(files)
    expect([answer.status, read(answer, 'errors', 0, 'code')]).toEqual([400, 'VALIDATION_FAILED'])
    expect(answer.body).toMatch(words)
    expect(await everything()).toEqual(before)
  })

  test('is refused: text in the place of a file', async () => {
    const values = { ...person, plan: 'Plan.pdf' }
    const path = `/api/forms/${form}/submit`
    expect((await visitor()({ path, json: { values } })).status).toBe(400)
    expect((await submit({}, { values: { plan: 'Plan.pdf' } })).status).toBe(400)
  })

  test('is served as what it is: a picture that is a page as well', async () => {
    const kept = await sent({ name: 'page.html', data: gifAndPage(), type: 'text/html' })
    expect(kept.name).toBe('page.gif')
    const { headers } = await owner()(addressOf(kept))
    expect(headers).toMatchObject({
      'content-type': 'image/gif',
      'content-disposition': expect.stringMatching(/^attachment; filename="page.gif"/),
      'x-content-type-options': 'nosniff',
    })
  })

  test('of another space is not there, and nothing is kept', async () => {
    const before = await everything()
    const path = `/api/forms/${form}/submit`
    const body = filled(person, { plan: [plan()] })
    expect((await asVisitor(space.b)({ path, body })).status).toBe(404)
    expect(await everything()).toEqual(before)
  })

  test('is nothing that one can read', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    const path = `/api/forms/${form}/submit`
    const answer = await visitor()({ path, method: 'POST', body: 'nonsense', headers })
    expect([answer.status, read(answer, 'errors', 0, 'code')]).toEqual([400, 'BAD_REQUEST'])
  })
})

/** Says how much it will send, sends the beginning, and waits for the answer: it comes although the rest never does. */
function announce(
  path: string,
  {
    length,
    address = `10.9.8.${Math.floor(Math.random() * 250)}`,
  }: { length?: number; address?: string },
): Promise<{ status: number; body: string }> {
  return new Promise((settle, fail) => {
    const call = httpRequest(
      {
        hostname: 'localhost',
        port: http().port,
        path,
        method: 'POST',
        headers: {
          host: `${space.a.host}:${http().port}`,
          'x-forwarded-for': address,
          'content-type': 'multipart/form-data; boundary=x',
          ...(length === undefined ? {} : { 'content-length': String(length) }),
        },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          call.destroy()
          settle({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() })
        })
      },
    )
    call.on('error', fail)
    call.write('--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nWen\r\n')
  })
}

describe('over the API, it is said before it is read:', () => {
  const to = (id: string | undefined) => `/api/forms/${id}/submit`
  const code = ({ body }: { body: string }) => read({ status: 0, headers: {}, body }, 'errors', 0)

  test('more than the form asks for', async () => {
    const answer = await announce(to(form), { length: 4_000_000 })
    expect([answer.status, code(answer)]).toEqual([
      413,
      { code: 'TOO_LARGE', message: 'All files together may have up to 2 MB.' },
    ])
  })

  test('a form that asks for no files', async () => {
    const answer = await announce(to(space.a.docs.forms), { length: 1_500_000 })
    expect([answer.status, code(answer)]).toEqual([
      413,
      { code: 'TOO_LARGE', message: 'This form takes no files.' },
    ])
  })

  test('a form that is not there', async () => {
    expect((await announce(to(randomUUID()), { length: 1_500_000 })).status).toBe(404)
    expect((await announce(to(space.b.docs.forms), { length: 1_500_000 })).status).toBe(404)
    expect((await announce(to('x'), { length: 1_500_000 })).status).toBe(404)
  })

  test('what does not say how large it is', async () => {
    const answer = await announce(to(form), {})
    expect([answer.status, code(answer)]).toMatchObject([411, { code: 'LENGTH_REQUIRED' }])
  })

  test('the ninth from one address', async () => {
    const own = await buildForm()
    const call = () => announce(to(own), { length: 9_000_000, address: '192.0.2.77' })
    const statuses: number[] = []
    for (let count = 0; count < 9; count++) statuses.push((await call()).status)
    expect(statuses).toEqual([...Array<number>(8).fill(413), 429])
  })
})

describe('a form on a page, without JavaScript', () => {
  let big: string

  beforeAll(async () => {
    big = await buildForm({
      fields: [
        ...filesFormOf('').fields.filter(({ blockType }) => blockType !== 'file'),
        {
          blockType: 'file',
          name: 'plan',
          label: 'Floor plan',
          accept: ['pdf'],
          maxSize: 4,
          maxFiles: 3,
          required: true,
        },
      ],
    })
    const json = {
      title: 'Plans',
      slug: 'plans',
      _status: 'published',
      layout: [{ blockType: 'form', form: big }],
    }
    expectStatus(await owner()({ path: '/api/pages', json }), 201)
  })

  const page = async () => expectStatus(await visitor()('/plans'), 200)

  async function inputs(values: Readonly<Record<string, string>> = {}) {
    enterServerEnvironment()
    const { issueFormToken } = await import('@/leads/formToken')
    const token = issueFormToken(big, Date.now() - 60_000)
    return new Map([...formIn(await page()), ['token', token], ...Object.entries(values)])
  }

  const send = async (
    values: Readonly<Record<string, string>>,
    files: readonly SentFile[],
  ): Promise<Answer> =>
    sendForm(visitor(), `/plans${actionIn(await page())}`, await inputs(values), { plan: files })

  const isDone = ({ body }: Answer) => body.includes('class="form__done"')

  test('says what it takes', async () => {
    const { body } = await page()
    expect(body).toContain('Up to 3 files: PDF, up to 4 MB each.')
    expect(body).toMatch(/<input[^>]* type="file"[^>]* accept="application\/pdf,\.pdf" multiple=""/)
  })

  test('is sent with its files, also with large ones', async () => {
    const files = ['1.pdf', '2.pdf', '3.pdf'].map((name) => plan(name, pdfOf(3_900_000)))
    const answer = await send(person, files)
    expect(isDone(answer)).toBe(true)
    const kept = await filesOf(big)
    expect(kept.map(({ name }) => name)).toEqual(['1.pdf', '2.pdf', '3.pdf'])
    const saved = await owner()(addressOf(kept[2] ?? { filename: '' }))
    expect(saved.body).toHaveLength(3_900_000)
  })

  test('keeps the answers when something is wrong, and says that files are to be chosen anew', async () => {
    const before = await everything()
    const answer = await send({ ...person, name: 'Kept', email: 'none' }, [plan()])
    expect(answer.status).toBe(200)
    expect(formIn(answer).get('name')).toBe('Kept')
    expect(answer.body).toContain('Please choose again: browsers do not keep files.')
    expect(await everything()).toEqual(before)
    const token = (await inputs()).get('token') ?? ''
    const corrected = new Map([...formIn(answer), ['token', token], ['email', person.email]])
    const path = `/plans${actionIn(answer)}`
    const again = await sendForm(visitor(), path, corrected, { plan: [plan('again.pdf')] })
    expect(isDone(again)).toBe(true)
    expect((await filesOf(big)).map(({ name }) => name)).toContain('again.pdf')
  })

  test('says at the field what is wrong with a file', async () => {
    const before = await everything()
    const odd = await send(person, [plan('a.pdf', Buffer.from('<html>'))])
    expect(odd.body).toContain('“a.pdf” cannot be taken. Send PDF.')
    expect((await send(person, [])).body).toContain('Please choose a file.')
    expect(await everything()).toEqual(before)
  })

  test('is refused before it is read when there is too much of it', async () => {
    const action = actionIn(await page())
    const paths = [
      ['/plans', 2_000_000],
      ['/', 2_000_000],
      [`/plans${action}`, 14_000_000],
      [`/plans${action.replace(/.$/, '')}`, 2_000_000],
      [`/plans${action.replace('.12582912.', '.99999999.')}`, 2_000_000],
      ['/api/../plans', 2_000_000],
      ['/api/%2e%2e/plans', 2_000_000],
      ['/admin', 2_000_000],
    ] as const
    for (const [path, length] of paths) {
      const answer = await announce(path, { length })
      expect([path, answer.status]).toEqual([path, 413])
      expect(answer.body).toContain('too large together')
    }
    expect((await announce(`/plans${action}`, {})).status).toBe(411)
  })

  test('is refused before it is read when there was much from one address', async () => {
    const path = `/plans${actionIn(await page())}`
    const body = filled(Object.fromEntries(await inputs()), {
      plan: [plan('a.pdf', pdfOf(1_200_000))],
    })
    const post = () =>
      visitor()({
        path,
        method: 'POST',
        body,
        address: '192.0.2.78',
        headers: { origin: `http://${space.a.host}:${http().port}` },
      })
    for (let count = 0; count < 8; count++) expect((await post()).status).toBe(200)
    expect((await announce(path, { length: 1_200_000, address: '192.0.2.78' })).status).toBe(429)
  })
})
