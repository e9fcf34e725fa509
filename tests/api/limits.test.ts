import { request as httpRequest } from 'node:http'

import { describe, expect, test } from 'vitest'

import { as, asNobody, asVisitor, http } from '../support/httpActors'
import { sql, useSql } from '../support/httpDatabase'
import { expectStatus, jsonOf, read, type Answer } from '../support/httpRequest'

useSql()

/** Reads, and attempts that fail: the spaces of the whole run will do. */
const a = () => http().a

const times = async (
  count: number,
  call: (index: number) => Promise<Answer>,
): Promise<Answer[]> => {
  const answers: Answer[] = []
  for (let index = 0; index < count; index++) answers.push(await call(index))
  return answers
}

const limited = (answer: Answer | undefined) => ({
  status: answer?.status,
  code: answer && read(answer, 'errors', 0, 'code'),
  wait: Number(answer?.headers['retry-after']) > 0,
})
const LIMITED = { status: 429, code: 'RATE_LIMITED', wait: true }

describe('rates', () => {
  test('signing in: ten attempts for an account from one address', async () => {
    const attempt = () =>
      asVisitor(a())({
        path: '/api/users/login',
        address: '192.0.2.1',
        json: { email: 'x@example.test', password: '' },
      })
    const answers = await times(11, attempt)
    expect(answers.slice(0, 10).map(({ status }) => status)).not.toContain(429)
    expect(limited(answers[10])).toEqual(LIMITED)
  })

  test('signing in: from another address it goes on', async () => {
    const json = { email: 'x@example.test', password: '' }
    const answer = await asVisitor(a())({ path: '/api/users/login', address: '192.0.2.2', json })
    expect(answer.status).not.toBe(429)
  })

  test('an address that the client makes up does not count', async () => {
    const forged = (index: number) =>
      asVisitor(a())({
        path: '/api/users/login',
        address: `203.0.113.${index}, 192.0.2.3`,
        json: { email: 'x@example.test', password: '' },
      })
    expect(limited((await times(11, forged))[10])).toEqual(LIMITED)
  })

  test('one IPv6 network counts as one address', async () => {
    const attempt = (index: number) =>
      asVisitor(a())({
        path: '/api/users/login',
        address: `2001:db8:0:7::${index.toString(16)}`,
        json: { email: 'x@example.test', password: '' },
      })
    expect(limited((await times(11, attempt))[10])).toEqual(LIMITED)
  })

  test('asking for a new password counts as signing in does', async () => {
    const ask = () =>
      asVisitor(a())({
        path: '/api/users/forgot-password',
        address: '192.0.2.4',
        json: { email: 'x@example.test' },
      })
    expect(limited((await times(11, ask))[10])).toEqual(LIMITED)
  })

  test('forms: eight submissions of one form from one address', async () => {
    const submit = () =>
      asVisitor(a())({
        path: `/api/forms/${a().docs.forms}/submit`,
        address: '192.0.2.5',
        json: { values: {} },
      })
    const answers = await times(9, submit)
    expect(answers.slice(0, 8).map(({ status }) => status)).toEqual(Array(8).fill(400))
    expect(limited(answers[8])).toEqual(LIMITED)
  })

  test('the API: 1,200 calls a minute from one address', async () => {
    const call = () => asNobody()({ path: '/api/nothing', address: '192.0.2.6' })
    for (let round = 0; round < 24; round++) await Promise.all(Array.from({ length: 50 }, call))
    expect(limited(await call())).toEqual(LIMITED)
  })
})

describe('sizes', () => {
  const title = (bytes: number) => ({ title: 'x'.repeat(bytes) })

  test('a body that says that it is too large', async () => {
    const answer = await as('owner', a())({ path: '/api/pages', json: title(1_100_000) })
    expect([answer.status, read(answer, 'errors', 0, 'code')]).toEqual([413, 'TOO_LARGE'])
  })

  test('a body that does not say how large it is', async () => {
    const status = await new Promise<number | undefined>((settle, fail) => {
      const sent = httpRequest(
        {
          hostname: 'localhost',
          port: http().port,
          path: '/api/pages',
          method: 'POST',
          headers: {
            host: `${a().host}:${http().port}`,
            'content-type': 'application/json',
            'transfer-encoding': 'chunked',
          },
        },
        (response) => {
          response.resume()
          settle(response.statusCode)
        },
      )
      sent.on('error', fail)
      sent.write('{"title":"')
      for (let part = 0; part < 20; part++) sent.write('x'.repeat(60_000))
      sent.end('"}')
    })
    expect(status).toBe(413)
  })

  test('an upload that is too large', async () => {
    const body = new FormData()
    body.set('file', new Blob([new Uint8Array(1_500_000)], { type: 'image/png' }), 'large.png')
    body.set('_payload', JSON.stringify({ alt: 'Large' }))
    const answer = await as('owner', a())({ path: '/api/media', body })
    expect([answer.status, read(answer, 'errors', 0, 'code')]).toEqual([413, 'TOO_LARGE'])
  })

  test.each([
    'limit=0',
    'limit=1000',
    'limit=-5',
    'pagination=false',
    'limit=0&pagination=false',
    'limit=1e9',
    'limit=abc',
  ])('a list with %s has at most 100 documents', async (query) => {
    await sql(
      `insert into time_zones (id, code, name) select gen_random_uuid(), 'Zone/' || n, 'Zone' from generate_series(1, 150) n
         on conflict do nothing`,
    )
    const answer = expectStatus(await asVisitor(a())(`/api/time-zones?${query}`), 200)
    expect(read(answer, 'docs', 0)).toBeDefined()
    expect(read(answer, 'docs', 100)).toBeUndefined()
  })

  test('versions, too, come by the hundred at most', async () => {
    const answer = await as('owner', a())('/api/pages/versions?limit=0&depth=0')
    expect(read(expectStatus(answer, 200), 'limit')).toBeLessThanOrEqual(100)
  })

  test('populating goes three documents deep, however deep is asked', async () => {
    const [three, more] = [
      await asVisitor(a())('/api/pages?depth=3'),
      await asVisitor(a())('/api/pages?depth=50'),
    ]
    expect(more.body).toBe(three.body)
  })
})

describe('questions', () => {
  const conditions = (count: number) =>
    Array.from({ length: count }, (_none, index) => ({ title: { equals: `x${index}` } }))
  const list = (OR: object[]) =>
    asVisitor(a())({
      path: '/api/graphql',
      json: {
        query: 'query ($where: Page_where) { Pages(where: $where) { totalDocs } }',
        variables: { where: { OR } },
      },
    })

  test('a list is asked for up to 200 things', async () => {
    expect(read(await list(conditions(200)), 'data', 'Pages', 'totalDocs')).toBe(0)
    const nested = [{ AND: conditions(150) }, { OR: conditions(51) }]
    for (const many of [conditions(201), nested])
      expect(read(await list(many), 'errors', 0, 'extensions', 'code')).toBe('QUERY_REJECTED')
  })

  test('alternatives in alternatives go 20 levels deep', async () => {
    const where = `${'{"AND":['.repeat(500)}{"title":{"equals":"x"}}${']}'.repeat(500)}`
    const query = 'query ($where: Page_where) { Pages(where: $where) { totalDocs } }'
    const answer = await asVisitor(a())({
      path: '/api/graphql',
      headers: { 'content-type': 'application/json' },
      body: `{"query":"${query}","variables":{"where":${where}}}`,
    })
    expect(answer.body).toContain('QUERY_REJECTED')
  })

  test.each([
    ['a text of thousands of words', `where[title][like]=${'ab+'.repeat(70_000)}`],
    ['a list of thousands of values', `where[title][in]=${'ab,'.repeat(70_000)}`],
  ])('%s is none to look for', async (_name, body) => {
    const answer = await asVisitor(a())({
      path: '/api/pages',
      method: 'POST',
      headers: {
        'x-payload-http-method-override': 'GET',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body,
    })
    expect([answer.status, read(answer, 'errors', 0, 'code')]).toEqual([400, 'QUERY_REJECTED'])
  })
})

describe('GraphQL', () => {
  const ask = (query: string) => as('owner', a())({ path: '/api/graphql', json: { query } })
  const messages = (answer: Answer) => JSON.stringify(read(answer, 'errors'))

  test('deep queries are refused', async () => {
    const deep = `${'parent { '.repeat(14)} id ${'}'.repeat(14)}`
    const answer = await ask(`{ Pages { docs { ${deep} } } }`)
    expect(messages(answer)).toContain('QUERY_TOO_COMPLEX')
    expect(read(answer, 'data')).toBeUndefined()
  })

  test('so are deep fragments', async () => {
    const fragments = Array.from(
      { length: 14 },
      (_none, index) => `fragment f${index} on Page { parent { ...f${index + 1} } }`,
    )
    const answer = await ask(
      `{ Pages { docs { ...f0 } } } ${fragments.join(' ')} fragment f14 on Page { id }`,
    )
    expect(messages(answer)).toContain('QUERY_TOO_COMPLEX')
  })

  test('many aliases are refused', async () => {
    const aliases = Array.from({ length: 21 }, (_none, index) => `a${index}: Pages { totalDocs }`)
    expect(messages(await ask(`{ ${aliases.join(' ')} }`))).toContain('QUERY_TOO_COMPLEX')
  })

  test('fragments that multiply are refused, and nobody waits for their end', async () => {
    const twice = Array.from(
      { length: 40 },
      (_none, index) => `fragment f${index} on Page { ...f${index + 1} ...f${index + 1} }`,
    )
    const answer = await ask(
      `{ Pages { docs { ...f0 } } } ${twice.join(' ')} fragment f40 on Page { id }`,
    )
    expect([answer.status, messages(answer)]).toEqual([
      400,
      expect.stringContaining('QUERY_TOO_COMPLEX'),
    ])
  })

  test('a fragment that contains itself is refused', async () => {
    const answer = await ask('{ Pages { docs { ...f } } } fragment f on Page { id ...f }')
    expect([answer.status, messages(answer)]).toEqual([
      400,
      expect.stringContaining('QUERY_TOO_COMPLEX'),
    ])
  })

  test('a query has few searches', async () => {
    const searches = (count: number) =>
      ask(
        `{ ${Array.from({ length: count }, (_none, index) => `a${index}: Search(q: "kayak") { total }`).join(' ')} }`,
      )
    expect(read(await searches(4), 'data', 'a3', 'total')).toBe(0)
    expect(messages(await searches(5))).toContain('complexity')
  })

  test('complex queries are refused', async () => {
    const answer = await ask(`{ Pages { docs { ${'id '.repeat(2_100)} } } }`)
    expect(messages(answer)).toMatch(/complex/i)
  })

  test('nobody is told the schema', async () => {
    expect(messages(await ask('{ __schema { types { name } } }'))).toMatch(/introspection/i)
    expect(messages(await ask('{ __type(name: "User") { fields { name } } }'))).toMatch(
      /introspection/i,
    )
  })

  test('there is no playground', async () => {
    expect((await asVisitor(a())('/api/graphql-playground')).status).toBe(404)
    expect((await asVisitor(a())('/api/graphql')).status).toBe(405)
  })

  test('many queries at once are refused', async () => {
    const batch = Array.from({ length: 5 }, () => ({ query: '{ Pages { totalDocs } }' }))
    const answer = await as('owner', a())({ path: '/api/graphql', json: batch })
    expect(answer.body).not.toContain('totalDocs')
  })
})

test('a list of the API says which limit it has', async () => {
  expect(jsonOf(await asVisitor(a())('/api/pages?limit=500&depth=0'))).toMatchObject({ limit: 100 })
})
