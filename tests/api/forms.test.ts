import { beforeAll, describe, expect, test } from 'vitest'

import { as, asVisitor } from '../support/httpActors'
import { formIn, sendForm } from '../support/httpForm'
import { checksumOf, sql, useSql } from '../support/httpDatabase'
import { enterServerEnvironment } from '../support/httpPayload'
import { expectStatus, read } from '../support/httpRequest'
import { useSpaces } from '../support/httpSpaces'
import { uniqueName } from '../support/uniqueName'

useSql()
const space = useSpaces('a', 'b')

/** The words themselves are in the data of every page with the form. */
const DONE = /class="form__done"[\s\S]*Thank you, we have it\./

const visitor = () => asVisitor(space.a)
const answersOf = (form: string | undefined) =>
  sql<{ field: string; value: string }>(
    `select d.field, d.value from form_submissions s join form_submissions_submission_data d on d._parent_id = s.id
     where s.form_id = $1 order by s.created_at, d._order`,
    [form],
  )

/** A token as the page carries it, from so many seconds ago. */
async function tokenFrom(seconds: number): Promise<string> {
  enterServerEnvironment()
  const { issueFormToken } = await import('@/leads/formToken')
  return issueFormToken(space.a.docs.forms ?? '', Date.now() - seconds * 1000)
}

/** The form of the start page, filled in a while after it was opened. */
async function filled(
  values: Readonly<Record<string, string>>,
  age = 60,
): Promise<Map<string, string>> {
  const inputs = formIn(expectStatus(await visitor()('/'), 200))
  return new Map([...inputs, ['token', await tokenFrom(age)], ...Object.entries(values)])
}

describe('a form on a page, without JavaScript', () => {
  test('says that it has arrived, and the lead is there', async () => {
    const name = uniqueName('Visitor')
    const answer = await sendForm(
      visitor(),
      '/',
      await filled({ name, email: 'v@example.test', message: 'Hello' }),
    )
    expect(answer.status).toBe(200)
    expect(answer.body).toMatch(DONE)
    expect(await answersOf(space.a.docs.forms)).toContainEqual({ field: 'name', value: name })
    expect((await as('editor', space.a)('/api/form-submissions?limit=100')).body).toContain(name)
    expect((await as('editor', space.b)('/api/form-submissions?limit=100')).body).not.toContain(
      name,
    )
  })

  test('keeps what was typed, and says at each field what is wrong', async () => {
    const before = await answersOf(space.a.docs.forms)
    const answer = await sendForm(
      visitor(),
      '/',
      await filled({ name: '', email: 'no "address" <b>', message: 'Keep <me> & "this"' }),
    )
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('Please fill this in.')
    expect(answer.body).toContain('Enter an e-mail address like name@example.com.')
    expect(answer.body).toMatch(/aria-invalid="true"/)
    expect(formIn(answer).get('email')).toBe('no "address" <b>')
    expect(formIn(answer).get('message')).toBe('Keep <me> & "this"')
    expect(answer.body).not.toContain('<me>')
    expect(await answersOf(space.a.docs.forms)).toEqual(before)
  })

  test('can be sent again from the page with the errors', async () => {
    const first = await sendForm(
      visitor(),
      '/',
      await filled({ name: '', email: 'v@example.test' }),
    )
    const name = uniqueName('Second')
    const answer = await sendForm(
      visitor(),
      '/',
      new Map([...formIn(first), ['token', await tokenFrom(60)], ['name', name]]),
    )
    expect(answer.body).toMatch(DONE)
    expect(await answersOf(space.a.docs.forms)).toContainEqual({ field: 'name', value: name })
  })

  const refusals: [string, Record<string, string>, number, RegExp][] = [
    ['a field that is too long', { message: 'x'.repeat(5_001) }, 60, /Use up to 5000 characters/],
    ['a field that the form does not have', { role: 'owner' }, 60, /no field of that name/],
    ['what was sent too quickly', {}, 0, /very quick/],
    ['what was opened too long ago', {}, 10 * 86_400, /open for a long time/],
  ]

  test.each(refusals)('%s is refused, and kept in the form', async (_name, values, age, words) => {
    const before = await answersOf(space.a.docs.forms)
    const answer = await sendForm(
      visitor(),
      '/',
      await filled({ name: 'Kept', email: 'v@example.test', ...values }, age),
    )
    expect(answer.body).toMatch(words)
    expect(formIn(answer).get('name')).toBe('Kept')
    expect(await answersOf(space.a.docs.forms)).toEqual(before)
  })

  test('a robot is thanked, and nothing is kept', async () => {
    const before = await answersOf(space.a.docs.forms)
    const answer = await sendForm(
      visitor(),
      '/',
      await filled({ name: 'Robot', email: 'v@example.test', company_website: 'http://spam.test' }),
    )
    expect(answer.body).toMatch(DONE)
    expect(await answersOf(space.a.docs.forms)).toEqual(before)
  })

  test('a form of another space is not there', async () => {
    const before = await checksumOf(space.b.id)
    const answer = await sendForm(
      visitor(),
      '/',
      await filled({ name: 'A', email: 'v@example.test', form: space.b.docs.forms ?? '' }),
    )
    expect(answer.body).not.toMatch(DONE)
    expect(answer.body).toContain('Not found.')
    expect(await checksumOf(space.b.id)).toBe(before)
  })

  test('a page of another site cannot send it', async () => {
    const before = await answersOf(space.a.docs.forms)
    const inputs = await filled({ name: 'Forged', email: 'v@example.test' })
    const body = new FormData()
    for (const [name, value] of inputs) body.set(name, value)
    await visitor()({ path: '/', method: 'POST', body, headers: { origin: 'http://evil.test' } })
    expect(await answersOf(space.a.docs.forms)).toEqual(before)
  })
})

describe('a form over the API', () => {
  const submit = (values: unknown, form = space.a.docs.forms) =>
    visitor()({ path: `/api/forms/${form}/submit`, json: { values } })

  test('is taken', async () => {
    const name = uniqueName('Api')
    expect((await submit({ name, email: 'v@example.test' })).status).toBe(201)
    expect(await answersOf(space.a.docs.forms)).toContainEqual({ field: 'name', value: name })
  })

  test('names the fields that are wrong', async () => {
    const answer = await submit({ email: 'x' })
    expect(answer.status).toBe(400)
    expect(read(answer, 'errors', 0)).toMatchObject({
      code: 'VALIDATION_FAILED',
      details: expect.arrayContaining([
        expect.objectContaining({ field: 'name' }),
        expect.objectContaining({ field: 'email' }),
      ]),
    })
  })

  test('of another space is 404, and nothing is kept', async () => {
    const before = await checksumOf(space.b.id)
    expect((await submit({ name: 'A', email: 'v@example.test' }, space.b.docs.forms)).status).toBe(
      404,
    )
    expect(await checksumOf(space.b.id)).toBe(before)
  })

  test('what nobody asked for is refused', async () => {
    expect((await submit({ name: 'A', email: 'v@example.test', tenant: space.b.id })).status).toBe(
      400,
    )
  })

  test('does not go around it', async () => {
    const json = { form: space.a.docs.forms, submissionData: [{ field: 'role', value: 'owner' }] }
    expect((await visitor()({ path: '/api/form-submissions', json })).status).toBe(403)
  })

  test('visitors are not told whom a form notifies', async () => {
    const emails = [{ emailTo: 'secret@example.test', subject: 'New', emailFrom: 'x@example.test' }]
    const path = `/api/forms/${space.a.docs.forms}`
    expectStatus(await as('owner', space.a)({ path, method: 'PATCH', json: { emails } }), 200)
    for (const place of [path, '/api/forms', '/'])
      expect((await visitor()(place)).body).not.toContain('secret@example.test')
  })
})

beforeAll(async () => {
  expectStatus(await visitor()('/'), 200)
})
