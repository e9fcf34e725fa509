import { beforeAll, describe, expect, test } from 'vitest'

import { as, asAgency, asNobody, asVisitor, type HttpActor } from '../support/httpActors'
import { expectStatus, read, readText } from '../support/httpRequest'
import { useSpaces } from '../support/httpSpaces'

const space = useSpaces('a', 'b')

const pages: Record<string, string> = {}

async function addPage(who: HttpActor, title: string, text: string, published: boolean) {
  const json = {
    title,
    _status: published ? 'published' : 'draft',
    layout: [{ blockType: 'hero', variant: 'split', tone: 'plain', heading: title, text }],
  }
  const answer = expectStatus(await who({ path: `/api/pages?draft=${!published}`, json }), 201)
  pages[title] = readText(answer, 'doc', 'id')
}

beforeAll(async () => {
  const editor = as('editor', space.a)
  await addPage(
    editor,
    'Kayak tours',
    'Two hours on the water, <b>every</b> morning & evening.',
    true,
  )
  await addPage(editor, 'Paddleboards', 'Beside the kayak shed.', true)
  await addPage(editor, 'Kayak winter plans', 'Not public yet.', false)
  await addPage(as('editor', space.b), 'Kayak secrets of beta', 'Only here.', true)
})

const find = async (who: HttpActor, query: string) =>
  expectStatus(await who(`/api/search?${encodeURI(query)}`), 200)
const titles = (answer: Awaited<ReturnType<HttpActor>>) =>
  (read(answer, 'docs') as { title: string }[]).map(({ title }) => title)

describe('GET /api/search', () => {
  test('finds published pages for a visitor, the title before the text, with the words marked', async () => {
    const answer = await find(asVisitor(space.a), 'q=kayaks')
    expect(titles(answer)).toEqual(['<mark>Kayak</mark> tours', 'Paddleboards'])
    expect(read(answer, 'docs', 0)).toMatchObject({
      id: pages['Kayak tours'],
      type: 'pages',
      path: '/kayak-tours',
      draft: false,
    })
    expect(read(answer, 'docs', 1, 'snippet')).toContain('<mark>kayak</mark>')
    expect(read(answer, 'total')).toBe(2)
    expect(read(answer, 'facets', 'types')).toEqual([{ value: 'pages', count: 2 }])
  })

  test('finds drafts for those who work in the space, and for its members without a role in it not', async () => {
    for (const role of ['owner', 'editor', 'author', 'viewer'] as const)
      expect(titles(await find(as(role, space.a), 'q=kayak')), role).toContain(
        '<mark>Kayak</mark> winter plans',
      )
    expect(titles(await find(as('member', space.a), 'q=kayak'))).toHaveLength(2)
  })

  test('finds leads, forms and media for those who may read them, and for nobody else', async () => {
    const types = async (who: HttpActor) =>
      (
        read(await find(who, 'q=alpha or of or name or hello or form'), 'facets', 'types') as {
          value: string
        }[]
      ).map(({ value }) => value)
    const owner = await types(as('owner', space.a))
    expect(owner).toContain('forms')
    expect(await types(asVisitor(space.a))).not.toContain('forms')
    expect(
      expectStatus(await asVisitor(space.a)('/api/search?q=form&type=forms'), 200).body,
    ).toContain('"total":0')
    for (const role of ['author', 'viewer', 'member'] as const)
      expect(await types(as(role, space.a))).not.toContain('form-submissions')
  })

  test('lets no markup of the content through', async () => {
    const answer = await find(asVisitor(space.a), 'q=morning')
    expect(read(answer, 'docs', 0, 'snippet')).toContain('<mark>morning</mark> &amp; evening')
    expect(answer.body).not.toContain('<b>')
  })

  test('understands what people type: phrases, exclusions, either-or', async () => {
    const at = asVisitor(space.a)
    expect(titles(await find(at, 'q="kayak shed"'))).toEqual(['Paddleboards'])
    expect(titles(await find(at, 'q=kayak -shed'))).toHaveLength(1)
    expect(titles(await find(at, 'q=paddleboard or tours'))).toHaveLength(2)
  })

  test('goes on where the last page ended', async () => {
    const at = as('editor', space.a)
    const seen: string[] = []
    let after = ''
    for (let page = 0; page < 5 && (page === 0 || after !== ''); page++) {
      const answer = await find(at, `q=kayak&limit=1${after && `&after=${after}`}`)
      seen.push(...titles(answer))
      after = String(read(answer, 'next') ?? '')
    }
    expect(seen).toHaveLength(3)
    expect(new Set(seen).size).toBe(3)
  })

  test('suggests what was meant', async () => {
    const answer = await find(asVisitor(space.a), 'q=paddlebord')
    expect(read(answer, 'docs')).toEqual([])
    expect(read(answer, 'didYouMean')).toBe('paddleboards')
  })

  test.each([
    '',
    '%20',
    '%00',
    '!!!',
    '-',
    '"',
    'the',
    '%F0%9F%98%80',
    'a:*%26!(',
    "'; drop table pages; --",
  ])('answers “%s” with nothing', async (q) => {
    const answer = await find(asVisitor(space.a), `q=${q}`)
    expect(read(answer, 'docs')).toEqual([])
  })

  test.each([
    `q=${'x'.repeat(10_240)}`,
    'q=x&type=users',
    'q=x&limit=0',
    'q=x&limit=1e9',
    'q=x&after=zzz',
  ])('refuses %.40s', async (query) => {
    const answer = expectStatus(await asVisitor(space.a)(`/api/search?${query}`), 400)
    expect(read(answer, 'errors', 0, 'code')).toBe('QUERY_REJECTED')
  })

  test('wants to know which space is meant', async () => {
    for (const who of [asNobody(), asAgency()]) expectStatus(await who('/api/search?q=kayak'), 400)
  })

  test('never finds the neighbour’s', async () => {
    for (const who of [asVisitor(space.a), as('owner', space.a)]) {
      expect((await find(who, 'q=kayak')).body).not.toContain('secrets')
      expect((await find(who, 'q=secrets')).body).not.toContain('beta')
      expect(expectStatus(await who('/api/search/complete?q=kayak%20s'), 200).body).not.toContain(
        'beta',
      )
    }
  })
})

describe('the other ways', () => {
  test('GET /api/search/complete goes on with what is being typed', async () => {
    const complete = async (who: HttpActor, q: string) =>
      (
        read(
          expectStatus(await who(`/api/search/complete?q=${encodeURIComponent(q)}`), 200),
          'docs',
        ) as {
          title: string
        }[]
      ).map(({ title }) => title)
    expect(await complete(asVisitor(space.a), 'kay')).toEqual(['Kayak tours'])
    expect(await complete(asVisitor(space.a), 'Kayak To')).toEqual(['Kayak tours'])
    expect(await complete(as('editor', space.a), 'kaya')).toEqual([
      'Kayak tours',
      'Kayak winter plans',
    ])
    expect(await complete(asVisitor(space.a), "':*")).toEqual([])
  })

  test('GraphQL says the same', async () => {
    const query =
      '{ Search(q: "kayak") { total docs { title draft } facets { types { value count } } } }'
    const answer = expectStatus(
      await asVisitor(space.a)({ path: '/api/graphql', json: { query } }),
      200,
    )
    expect(read(answer, 'data', 'Search', 'total')).toBe(2)
    expect(read(answer, 'data', 'Search', 'docs', 0)).toEqual({
      title: '<mark>Kayak</mark> tours',
      draft: false,
    })
  })

  test('lists are searched by the index, and what matches is the same for all that is done to it', async () => {
    const listed = async (who: HttpActor, text: string) =>
      (
        read(
          expectStatus(
            await who(`/api/pages?depth=0&where[or][0][search][like]=${encodeURIComponent(text)}`),
            200,
          ),
          'docs',
        ) as { title: string }[]
      ).map(({ title }) => title)
    const editor = as('editor', space.a)
    expect((await listed(editor, 'kayaks')).sort()).toEqual([
      'Kayak tours',
      'Kayak winter plans',
      'Paddleboards',
    ])
    expect(await listed(editor, 'paddleb')).toEqual(['Paddleboards'])
    expect(await listed(asVisitor(space.a), 'winter')).toEqual([])
    expect(await listed(editor, 'nothing like it')).toEqual([])
    expect((await listed(asAgency(), 'of alpha')).length).toBeGreaterThan(0)
    const count = `/api/pages/count?where[search][like]=winter`
    expect(read(expectStatus(await editor(count), 200), 'totalDocs')).toBe(1)
    const remove = { path: '/api/pages?where[search][like]=winter', method: 'DELETE' }
    expect(read(expectStatus(await editor(remove), 200), 'docs')).toHaveLength(1)
    expect((await listed(editor, 'kayak')).sort()).toEqual(['Kayak tours', 'Paddleboards'])
  })

  test('a query has few searches, however they are nested: each of them is a call of the database', async () => {
    const ask = (count: number, place: (index: number) => string) =>
      asVisitor(space.a)(
        `/api/pages?depth=0&${Array.from({ length: count }, (_, index) => `where${place(index)}[search][like]=a${index}`).join('&')}`,
      )
    const flat = (index: number) => `[or][${index}]`
    const nested = (index: number) => `[or][${index}][and][0]`
    for (const place of [flat, nested]) {
      expect((await ask(3, place)).status).toBe(200)
      expect(read(await ask(4, place), 'errors', 0, 'code')).toBe('QUERY_REJECTED')
    }
    expect((await asVisitor(space.a)('/api/pages?where[search]=kayak')).status).toBe(200)
  })

  test('the site shows it without a script', async () => {
    const at = asVisitor(space.a)
    const found = expectStatus(await at('/search?q=kayak'), 200).body
    expect(found).toContain('<mark>Kayak</mark>')
    expect(found).toContain('href="/kayak-tours"')
    expect(found).not.toContain('winter')
    expect(expectStatus(await at('/search?q=nowhere'), 200).body).toContain('matches “nowhere”')
    expect(expectStatus(await at('/search'), 200).body).toContain('Type what you are looking for.')
    expect(expectStatus(await at(`/search?q=${'y'.repeat(300)}`), 200).body).toContain(
      'up to 200 characters',
    )
    expect(expectStatus(await at('/search?q=%3Cscript%3Ealert(1)'), 200).body).not.toContain(
      '<script>alert',
    )
  })
})
