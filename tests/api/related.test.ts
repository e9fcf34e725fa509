import { randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, test } from 'vitest'

import { as, asAdminIn, asAgency, asNobody, asVisitor, type HttpActor } from '../support/httpActors'
import { expectStatus, read, readText } from '../support/httpRequest'
import { useSpaces } from '../support/httpSpaces'

const space = useSpaces('a', 'b')

const pages: Record<string, string> = {}

async function addPage(who: HttpActor, title: string, status = 'published', layout: object[] = []) {
  const json = {
    title,
    _status: status,
    layout: [
      { blockType: 'hero', variant: 'split', tone: 'plain', heading: title, text: 'Falconry.' },
      ...layout,
    ],
  }
  const answer = expectStatus(
    await who({ path: `/api/pages?draft=${status === 'draft'}`, json }),
    201,
  )
  pages[title] = readText(answer, 'doc', 'id')
}

const list = {
  blockType: 'pageList',
  heading: 'More of the like',
  source: 'related',
  limit: 2,
  variant: 'cards',
  tone: 'plain',
}

beforeAll(async () => {
  const editor = as('editor', space.a)
  await addPage(editor, 'Falcon shows', 'published', [list])
  await addPage(editor, 'Falcon school')
  await addPage(editor, 'Falcon winter plans', 'draft')
  await addPage(as('editor', space.b), 'Falcon shows of beta')
})

const path = (title: string, query = '') => `/api/pages/${pages[title]}/related${query}`
const titles = (answer: Awaited<ReturnType<HttpActor>>) =>
  (read(answer, 'docs') as { title: string }[]).map(({ title }) => title)

describe('GET /api/pages/:id/related', () => {
  test('answers a visitor with published pages, and says how they were found', async () => {
    const answer = expectStatus(await asVisitor(space.a)(path('Falcon shows')), 200)
    expect(JSON.parse(answer.body)).toEqual({
      page: pages['Falcon shows'],
      locale: 'en',
      by: 'text',
      docs: [
        {
          id: pages['Falcon school'],
          locale: 'en',
          path: '/falcon-school',
          draft: false,
          title: 'Falcon school',
        },
      ],
    })
  })

  test('answers those who work in the space with drafts as well, and its other members without', async () => {
    for (const role of ['owner', 'editor', 'author', 'viewer'] as const)
      expect(titles(await as(role, space.a)(path('Falcon shows'))), role).toContain(
        'Falcon winter plans',
      )
    expect(titles(await as('member', space.a)(path('Falcon shows')))).toEqual(['Falcon school'])
    expect(titles(await asAdminIn(space.a)(path('Falcon shows')))).toContain('Falcon winter plans')
  })

  test('knows no drafts for visitors, no pages of others, and nothing else', async () => {
    const at = asVisitor(space.a)
    for (const wrong of [
      path('Falcon winter plans'),
      path('Falcon shows of beta'),
      `/api/pages/${randomUUID()}/related`,
      '/api/pages/about/related',
      '/api/pages/%00/related',
    ])
      expect(read(expectStatus(await at(wrong), 404), 'errors', 0, 'code'), wrong).toBe('NOT_FOUND')
    const editor = as('editor', space.a)
    expectStatus(await editor(path('Falcon winter plans')), 200)
    expectStatus(await editor(path('Falcon shows of beta')), 404)
    expect((await editor(path('Falcon shows'))).body).not.toContain('beta')
  })

  test.each([
    'limit=0',
    'limit=13',
    'limit=',
    'limit=many',
    'limit=1e1',
    'locale=all',
    'locale=xx',
    "locale='",
  ])('refuses %s', async (query) => {
    const answer = await asVisitor(space.a)(path('Falcon shows', `?${query}`))
    expect(read(expectStatus(answer, 400), 'errors', 0, 'message')).not.toBe('')
  })

  test('wants to know which space is meant', async () => {
    for (const who of [asNobody(), asAgency()]) expectStatus(await who(path('Falcon shows')), 400)
  })

  test('GraphQL says the same', async () => {
    const query = `{ RelatedPages(id: "${pages['Falcon shows']}", limit: 1) { by docs { title path draft } } }`
    const ask = (text: string) =>
      asVisitor(space.a)({ path: '/api/graphql', json: { query: text } })
    expect(read(expectStatus(await ask(query), 200), 'data', 'RelatedPages')).toEqual({
      by: 'text',
      docs: [{ title: 'Falcon school', path: '/falcon-school', draft: false }],
    })
    const foreign = query.replace(pages['Falcon shows'] ?? '', pages['Falcon shows of beta'] ?? '')
    expect((await ask(foreign)).body).toContain('NOT_FOUND')
    expect((await ask(query.replace('limit: 1', 'limit: 99'))).body).toContain('QUERY_REJECTED')
  })
})

describe('a list of pages like this one', () => {
  const show = async () => expectStatus(await asVisitor(space.a)('/falcon-shows'), 200).body

  test('is on the site, without drafts and without the page itself', async () => {
    const body = await show()
    expect(body).toContain('More of the like')
    expect(body).toContain('href="/falcon-school"')
    expect(body).not.toContain('winter plans')
    expect(body.match(/class="page-card"/g)).toHaveLength(1)
  })

  test('is another one as soon as other pages are others', async () => {
    await show()
    await addPage(as('editor', space.a), 'Falcon flights')
    expect(await show()).toContain('href="/falcon-flights"')
    expectStatus(
      await as(
        'editor',
        space.a,
      )({ path: `/api/pages/${pages['Falcon flights']}`, method: 'DELETE' }),
      200,
    )
    expect(await show()).not.toContain('href="/falcon-flights"')
  })
})
