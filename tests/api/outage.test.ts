import { describe, expect, test } from 'vitest'

import { withClient } from '../../scripts/postgres/withClient'
import { read, readText, type Answer, type Call } from '../support/httpRequest'
import { PLATFORM } from '../support/httpSeed'
import { useStack } from '../support/httpStack'
import { uniqueName } from '../support/uniqueName'

const stack = useStack({ spaces: 2 })

const noSpace = (): never => {
  throw new Error('There are two spaces')
}
const health = () => stack.current.call({ host: PLATFORM, path: '/api/health' })
const live = () => stack.current.call({ host: PLATFORM, path: '/api/health/live' })
const list = (index: number): Promise<Answer> => {
  const space = stack.current.spaces[index % 2]
  return stack.current.call({
    host: space?.host ?? '',
    token: space?.people.owner.token,
    path: '/api/pages?limit=100&depth=2',
  })
}
const write = (index: number, title: string): Promise<Answer> => {
  const space = stack.current.spaces[index % 2]
  return stack.current.call({
    host: space?.host ?? '',
    token: space?.people.owner.token,
    path: '/api/pages',
    json: {
      title,
      slug: uniqueName('page'),
      _status: 'published',
      layout: [{ blockType: 'image', image: space?.docs.media }],
    },
  })
}

/** Fifty clients at once, of both spaces in turn. */
const clients = <T>(call: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: 50 }, (_none, index) => call(index)))

describe('fifty clients on ten connections', () => {
  test('each reads its own space, and no answer fails', async () => {
    for (let round = 0; round < 3; round++) {
      const answers = await clients(list)
      expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200))
      answers.forEach(({ body }, index) => {
        expect(body).toContain(['of alpha', 'of beta'][index % 2])
        expect(body).not.toContain(['of beta', 'of alpha'][index % 2])
      })
    }
  })

  test('each writes into its own space', async () => {
    const title = uniqueName('Crowd')
    const answers = await clients((index) => write(index, title))
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(201))
    const rows = await withClient(stack.current.superuserUrl, (client) =>
      client.query(
        'select tenant_id, count(*)::int from pages_locales where title = $1 group by 1',
        [title],
      ),
    )
    expect(rows.rows.map(({ count }) => count)).toEqual([25, 25])
  })

  test('pages of two sites, first visits and cached ones, are never mixed up', async () => {
    const answers = await clients((index) => {
      const space = stack.current.spaces[index % 2]
      return stack.current.call({
        host: space?.host ?? '',
        path: ['/', '/about'][(index >> 1) % 2] ?? '/',
      })
    })
    answers.forEach(({ status, body }, index) => {
      expect(status).toBe(200)
      expect(body).not.toContain(['of beta', 'of alpha'][index % 2])
    })
  })
})

describe('without a database', () => {
  test('the process lives and says so, and works again when the database is back', async () => {
    await stack.current.call({ host: 'alpha.localhost', path: '/about' })
    await stack.current.stopDatabase()
    const down = await health()
    expect([down.status, read(down, 'status')]).toEqual([503, 'down'])
    expect((await live()).status).toBe(200)
    const refused = await stack.current.call({
      host: 'alpha.localhost',
      path: '/api/pages?limit=1',
    })
    expect([refused.status, read(refused, 'errors', 0, 'code')]).toEqual([
      503,
      'DATABASE_UNAVAILABLE',
    ])
    await stack.current.startDatabase()
    await expect.poll(async () => (await health()).status, { timeout: 20_000 }).toBe(200)
    expect((await list(0)).status).toBe(200)
  })

  test('who is signed in is told that it is down, and stays signed in', async () => {
    const { host, people, apiKey } = stack.current.spaces[0] ?? noSpace()
    const { token } = people.owner
    const ask = (path: string, more: Partial<Call> = {}) =>
      stack.current.call({ host, path, token, ...more })
    const admin = (path: string) => ask(path, { headers: { cookie: `atrium-token=${token}` } })
    // The space itself is known for some seconds more: what fails is finding out who asks.
    await ask('/api/users/me')
    await stack.current.stopDatabase()
    const answers = [
      await ask('/api/pages'),
      await ask('/api/pages', { json: { title: 'x', slug: 'x' } }),
      await ask('/api/users/me'),
      await ask('/api/graphql', { json: { query: '{ Pages { docs { id } } }' } }),
      await ask('/api/pages', {
        token: undefined,
        headers: { authorization: `users API-Key ${apiKey}` },
      }),
    ]
    expect(answers.map((one) => [one.status, read(one, 'errors', 0, 'code')])).toEqual(
      answers.map(() => [503, 'DATABASE_UNAVAILABLE']),
    )
    for (const path of ['/admin', '/admin/collections/pages', '/admin/login']) {
      const page = await admin(path)
      expect([path, page.status]).toEqual([path, 503])
      expect(page.body).toContain('The database cannot be reached')
      expect(page.body).not.toContain('type="password"')
    }
    await stack.current.startDatabase()
    await expect.poll(async () => (await health()).status, { timeout: 20_000 }).toBe(200)
    const back = await admin('/admin/collections/pages')
    expect(back.status).toBe(200)
    expect(back.body).not.toContain('The database cannot be reached')
  })

  test('each failure is in the log once, with its number and its stack', async () => {
    const { host, people } = stack.current.spaces[0] ?? noSpace()
    await stack.current.stopDatabase()
    const refused = await stack.current.call({
      host,
      token: people.owner.token,
      path: '/api/pages',
    })
    await stack.current.startDatabase()
    const number = readText(refused, 'errors', 0, 'correlationId')
    const records = (await stack.current.log()).split('\n').filter((line) => line.includes(number))
    expect(records).toHaveLength(1)
    expect(JSON.parse(records[0] ?? '')).toMatchObject({
      level: 50,
      correlationId: number,
      err: { code: 'DATABASE_UNAVAILABLE', stack: expect.stringContaining(' at ') },
    })
    await expect.poll(async () => (await health()).status, { timeout: 20_000 }).toBe(200)
  })

  test('a restart under load leaves the process alive and nothing half-written', async () => {
    const title = uniqueName('Restart')
    const writes = clients((index) => write(index, title))
    const reads = clients(list)
    await stack.current.stopDatabase()
    await stack.current.startDatabase()
    const answers = await writes
    const statuses = new Set([...answers, ...(await reads)].map(({ status }) => status))
    expect([...statuses].filter((status) => ![200, 201, 503].includes(status))).toEqual([])
    await expect.poll(async () => (await health()).status, { timeout: 20_000 }).toBe(200)
    const counts = await withClient(stack.current.superuserUrl, async (client) => {
      const { rows } = await client.query(
        `select count(*)::int as pages,
           count(*) filter (where exists (select from pages_rels r where r.parent_id = p.id))::int as with_references,
           count(*) filter (where exists (select from _pages_v v where v.parent_id = p.id))::int as with_versions
         from pages p join pages_locales l on l._parent_id = p.id where l.title = $1`,
        [title],
      )
      return rows[0]
    })
    expect(counts.with_references).toBe(counts.pages)
    expect(counts.with_versions).toBe(counts.pages)
    expect(counts.pages).toBeGreaterThanOrEqual(
      answers.filter(({ status }) => status === 201).length,
    )
    expect((await list(1)).status).toBe(200)
  })
})
