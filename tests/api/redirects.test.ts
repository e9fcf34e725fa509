import { describe, expect, test } from 'vitest'

import { as, asNobody, asVisitor, http, withToken, type HttpActor } from '../support/httpActors'
import { plantSignedIn } from '../support/httpAccounts'
import { sql, useSql } from '../support/httpDatabase'
import { expectStatus, read, readText, type Answer } from '../support/httpRequest'
import { useSpaces } from '../support/httpSpaces'
import { uniqueName } from '../support/uniqueName'

useSql()
const space = useSpaces('a', 'b')
const editor = (): HttpActor => as('editor', space.a)

const path = (word: string) => `/${uniqueName(word)}`
const visit = (address: string): Promise<Answer> => asVisitor(space.a)(address)
const answerOf = async (address: string) => {
  const { status, headers } = await visit(address)
  return [status, headers.location]
}

const newPage = async (slug: string, more: object = {}, actor = editor()): Promise<string> => {
  const json = { title: slug, slug, _status: 'published', ...more }
  return readText(expectStatus(await actor({ path: '/api/pages', json }), 201), 'doc', 'id')
}
const change = async (id: string, json: object) =>
  expectStatus(await editor()({ path: `/api/pages/${id}`, method: 'PATCH', json }), 200)

const redirect = (from: string, to: string, more: object = {}, actor = editor()) =>
  actor({ path: '/api/redirects', json: { from, to: { type: 'custom', url: to }, ...more } })

describe('a page that is renamed', () => {
  test('is found at its old address, with the query, and so are the pages below', async () => {
    const [old, now, child] = ['old', 'now', 'child'].map(uniqueName)
    const id = await newPage(old ?? '')
    await newPage(child ?? '', { parent: id })
    expect((await visit(`/${old}/${child}`)).status).toBe(200)
    await change(id, { slug: now, _status: 'published' })
    expect(await answerOf(`/${old}?utm=x&y=1`)).toEqual([301, `/${now}?utm=x&y=1`])
    expect(await answerOf(`/${old}/${child}`)).toEqual([301, `/${now}/${child}`])
    expect((await visit(`/${now}/${child}`)).status).toBe(200)
    // And again, now that the answer is kept.
    expect(await answerOf(`/${old}?z=2`)).toEqual([301, `/${now}?z=2`])
    expect(await answerOf(`/${(old ?? '').toUpperCase()}`)).toEqual([301, `/${now}`])
  })

  test('and renamed back is where it was', async () => {
    const [here, there] = ['here', 'there'].map(uniqueName)
    const id = await newPage(here ?? '')
    await change(id, { slug: there, _status: 'published' })
    expect(await answerOf(`/${here}`)).toEqual([301, `/${there}`])
    await change(id, { slug: here, _status: 'published' })
    expect((await visit(`/${here}`)).status).toBe(200)
    expect(await answerOf(`/${there}`)).toEqual([301, `/${here}`])
  })

  test('is not kept by browsers as redirected for good', async () => {
    const [old, now] = ['old', 'now'].map(uniqueName)
    const id = await newPage(old ?? '')
    await change(id, { slug: now, _status: 'published' })
    expect((await visit(`/${old}`)).headers['cache-control']).toBe('no-cache')
  })

  test('redirects nobody while it is not published', async () => {
    const [old, now] = ['old', 'now'].map(uniqueName)
    const id = await newPage(old ?? '')
    await change(id, { slug: now, _status: 'published' })
    await change(id, { _status: 'draft' })
    expect(await answerOf(`/${old}`)).toEqual([404, undefined])
    await change(id, { _status: 'published' })
    expect(await answerOf(`/${old}`)).toEqual([301, `/${now}`])
  })

  test('redirects nobody at another space’s address', async () => {
    const [old, now] = ['old', 'now'].map(uniqueName)
    const id = await newPage(old ?? '')
    await change(id, { slug: now, _status: 'published' })
    expect((await asVisitor(space.b)(`/${old}`)).status).toBe(404)
    expect((await asNobody()(`/${old}`)).headers.location).toBeUndefined()
  })
})

describe('a redirect that somebody makes', () => {
  test('leads at once to the end of a chain, for the time being if one of them is', async () => {
    const [one, two, three] = ['one', 'two', 'three'].map(path)
    expectStatus(await redirect(one ?? '', two ?? ''), 201)
    expectStatus(await redirect(two ?? '', three ?? '', { type: '302' }), 201)
    expectStatus(await redirect(three ?? '', 'https://example.com/ü?x=1#top'), 201)
    expect(await answerOf(`${one}?y=2`)).toEqual([302, 'https://example.com/%C3%BC?x=1&y=2#top'])
  })

  test('is there on the next request, changed and gone', async () => {
    const from = path('from')
    expect((await visit(from)).status).toBe(404)
    const id = readText(expectStatus(await redirect(from, '/x'), 201), 'doc', 'id')
    expect(await answerOf(from)).toEqual([301, '/x'])
    const json = { to: { type: 'reference', reference: space.a.pages.about }, type: '308' }
    expectStatus(await editor()({ path: `/api/redirects/${id}`, method: 'PATCH', json }), 200)
    expect(await answerOf(from)).toEqual([308, '/about'])
    expectStatus(await editor()({ path: `/api/redirects/${id}`, method: 'DELETE' }), 200)
    expect((await visit(from)).status).toBe(404)
  })

  test.each([
    ['/About', '/x', 'from', /published page/],
    ['/admin/x', '/x', 'from', /system/],
    ['https://example.com/a', '/x', 'from', /path only/],
    ['/a?b=c', '/x', 'from', /Leave out/],
    ['/', '/x', 'from', /start page/],
    ['/self', '/self/', 'to.url', /itself/],
    ['/open', '//evil.example', 'to.url', /starts with/],
    ['/script', 'javascript:alert(1)', 'to.url', /starts with/],
    ['/dots', '/.//evil.example', 'to.url', /Leave out/],
    ['/old-about', '/x', 'from', /Another redirect/],
  ])('from %s to %s is refused at the field', async (from, to, field, message) => {
    const answer = await redirect(from, to)
    expect(answer.status).toBe(400)
    expect(read(answer, 'errors', 0, 'fields', 0)).toEqual({
      field,
      message: expect.stringMatching(message),
    })
  })

  test('round in a circle is refused, by the space’s own host as well', async () => {
    const [one, two] = [path('one'), path('two')]
    expectStatus(await redirect(one, two), 201)
    for (const to of [one, `http://${space.a.host}${one}`]) {
      const answer = await redirect(two, to)
      expect([answer.status, read(answer, 'errors', 0, 'fields', 0, 'field')]).toEqual([
        400,
        'to.url',
      ])
      expect(answer.body).toContain('round in circles')
    }
  })

  test('round in a circle by encoded letters leads nowhere, and not for ever', async () => {
    const [one, two] = [path('one'), path('two')]
    const encoded = `/%${one.charCodeAt(1).toString(16)}${one.slice(2)}`
    expectStatus(await redirect(one, two), 201)
    expectStatus(await redirect(two, encoded), 201)
    expect((await visit(one)).status).toBe(404)
  })

  test('leads to no page of another space', async () => {
    const to = { type: 'reference', reference: space.b.pages.about }
    const answer = await editor()({ path: '/api/redirects', json: { from: path('x'), to } })
    expect(answer.status).toBe(400)
  })

  test('never leads where the request says', async () => {
    const from = path('from')
    expectStatus(await redirect(from, '/x'), 201)
    for (const query of ['//evil.example', 'https://evil.example', '@evil.example', '%0d%0aX:1']) {
      const { location } = (await visit(`${from}?${query}`)).headers
      expect(new URL(String(location), 'http://site').host).toBe('site')
    }
    const headers = { 'x-forwarded-host': 'evil.example' }
    const answer = await asVisitor(space.a)({ path: from, headers })
    expect(answer.headers.location).toBe('/x')
  })
})

const send = (content: string | Buffer, query = '', actor = editor()): Promise<Answer> => {
  const body = new FormData()
  body.set('file', new Blob([new Uint8Array(Buffer.from(content))], { type: 'text/csv' }), 'r.csv')
  return actor({ path: `/api/redirects/import?${query}`, body })
}

describe('an import', () => {
  test('says what it would do, does it, and is there on the next request', async () => {
    const [one, two] = [path('one'), path('two')]
    const csv = `\ufefffrom;to;type\r\n${one};/about;302\r\n"${two}";/x;\r\n`
    const planned = expectStatus(await send(csv, 'dryRun=true'), 200)
    expect(JSON.parse(planned.body)).toEqual({
      imported: false,
      created: 2,
      changed: 0,
      unchanged: 0,
      rejected: [],
    })
    expect((await visit(one)).status).toBe(404)
    expectStatus(await send(csv), 200)
    expect(await answerOf(one)).toEqual([302, '/about'])
    expect(await answerOf(two)).toEqual([301, '/x'])
    expect(read(await send(csv, 'dryRun=true'), 'unchanged')).toBe(2)
  })

  test('with a wrong row does nothing, or all the others', async () => {
    const [one, two] = [path('one'), path('two')]
    const csv = `from,to\n${one},/x\n${two},javascript:alert(1)\n/about,/x\n`
    const refused = await send(csv)
    expect([refused.status, read(refused, 'errors', 0, 'code')]).toEqual([400, 'VALIDATION_FAILED'])
    expect(read(refused, 'errors', 0, 'details', 'rejected', 0, 'line')).toBe(3)
    expect((await visit(one)).status).toBe(404)
    const taken = expectStatus(await send(csv, 'mode=valid'), 200)
    expect([read(taken, 'created'), read(taken, 'rejected', 'length')]).toEqual([1, 2])
    expect(await answerOf(one)).toEqual([301, '/x'])
  })

  test('turns the direction of what is there, in one file', async () => {
    const [one, two] = [path('one'), path('two')]
    expectStatus(await send(`from,to\n${one},${two}\n`), 200)
    expectStatus(await send(`from,to\n${two},${one}\n${one},/x\n`), 200)
    expect(await answerOf(two)).toEqual([301, '/x'])
  })

  test('of ten thousand rows takes them, of one more none', async () => {
    const word = uniqueName('many')
    const rows = (count: number) =>
      Array.from({ length: count }, (_, index) => `/${word}-${index},/x`).join('\n')
    expect((await send(`from,to\n${rows(10_001)}`)).status).toBe(413)
    expect(read(expectStatus(await send(`from,to\n${rows(10_000)}`), 200), 'created')).toBe(10_000)
    expect(await answerOf(`/${word}-9999`)).toEqual([301, '/x'])
    await sql(`delete from redirects where "from" like $1`, [`/${word}-%`])
  })

  test.each([
    ['that is too large', Buffer.alloc(1_048_577, 'a'), 413],
    ['in an older encoding', Buffer.from('from,to\n/\u00fc,/x', 'latin1'), 400],
    ['that is a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), 400],
    ['without columns', '/a,/b', 400],
    ['with an open quote', 'from,to\n"/a,/b', 400],
    ['that is empty', '', 400],
  ] as const)('of a file %s is refused', async (_name, content, status) => {
    expect((await send(content)).status).toBe(status)
  })

  test('without a file is refused', async () => {
    expect((await editor()({ path: '/api/redirects/import', json: {} })).status).toBe(400)
  })

  test.each(['author', 'viewer', 'member'] as const)('is not for: %s', async (role) => {
    expect((await send('from,to\n/a,/b', '', as(role, space.a))).status).toBe(403)
  })

  test('goes into one’s own space, whatever is asked', async () => {
    const from = path('theirs')
    const answer = await send(`from,to\n${from},/x`, `tenant=${space.b.id}`)
    expect(answer.status).toBe(403)
    expect(await sql(`select from redirects where "from" = $1`, [from])).toEqual([])
    expect((await send('from,to\n/a,/b', '', asVisitor(space.a))).status).toBe(401)
  })

  test('does not tell of another space’s pages and redirects', async () => {
    const [from, slug] = [path('from'), uniqueName('theirs')]
    await newPage(slug, {}, as('editor', space.b))
    expectStatus(await redirect(from, '/x', {}, as('editor', space.b)), 201)
    const planned = await send(`from,to\n${from},/${slug}\n/${slug},/x`, 'dryRun=true')
    expect(JSON.parse(planned.body)).toMatchObject({ created: 2, changed: 0, rejected: [] })
  })

  test('of an agency needs to know where', async () => {
    const memberships = [space.a, space.b].map(({ id }) => ({
      tenant: id,
      role: 'editor' as const,
    }))
    const { token } = await plantSignedIn('localhost', { memberships })
    const agency = withToken(token, 'localhost')
    const from = path('agency')
    expect((await send(`from,to\n${from},/x`, '', agency)).status).toBe(400)
    expectStatus(await send(`from,to\n${from},/x`, `tenant=${space.b.id}`, agency), 200)
    const rows = await sql(`select tenant_id from redirects where "from" = $1`, [from])
    expect(rows).toEqual([{ tenant_id: space.b.id }])
  })
})

describe('an export', () => {
  test('is imported again without a change', async () => {
    expectStatus(await redirect(path('export'), 'https://example.com/?a=1,2'), 201)
    const answer = expectStatus(await as('viewer', space.a)('/api/redirects/export'), 200)
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.body).toContain('/old-about,/about,301')
    const again = await send(answer.body, 'dryRun=true')
    expect(JSON.parse(again.body)).toMatchObject({ created: 0, changed: 0 })
  })

  test('is the space’s own, for its staff', async () => {
    const from = path('secret')
    expectStatus(await redirect(from, '/x', {}, as('editor', space.b)), 201)
    const owner = as('owner', space.a)
    expect((await owner('/api/redirects/export')).body).not.toContain(from)
    expect((await owner(`/api/redirects/export?tenant=${space.b.id}`)).status).toBe(403)
    expect((await as('member', space.a)('/api/redirects/export')).status).toBe(403)
    expect((await asVisitor(space.a)('/api/redirects/export')).status).toBe(401)
  })
})

test('visitors do not list redirects', async () => {
  expect((await asVisitor(space.a)('/api/redirects')).status).toBe(403)
  expect(http().port).toBeGreaterThan(0)
})
