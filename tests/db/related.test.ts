import { randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, test } from 'vitest'

import { plantPage } from '../support/plantPage'
import { plantTenant, type PlantedTenant } from '../support/plantTenant'
import { editorOf, related, titlesOf } from '../support/related'
import { asPlatform, asRoot, asTenant } from '../support/sqlActors'
import { uniqueName } from '../support/uniqueName'
import { usePayload } from '../support/usePayload'

usePayload()

const hero = (heading: string, text = '') => [{ blockType: 'hero', heading, text }]

interface Text {
  readonly title: string
  readonly text?: string
  readonly status?: 'draft' | 'published'
  readonly publishedAt?: string
  readonly locale?: string
}

const plant = (
  tenant: string,
  { title, text = '', status, publishedAt, locale = 'en' }: Text,
): Promise<string> =>
  plantPage(tenant, {
    status,
    publishedAt,
    texts: { [locale]: { title, slug: uniqueName('page'), layout: hero(title, text) } },
  })

const FOOTER = 'Write to us, open every day, members and guests welcome.'

describe('pages like one', () => {
  let space: PlantedTenant
  const pages: Record<string, string> = {}

  beforeAll(async () => {
    space = await plantTenant([])
    for (const [title, text] of [
      ['Kayak tours', 'Two hours on the water with a guide and a paddle.'],
      ['Kayak school', 'Learn to paddle on calm water.'],
      ['Rowing', 'A boat for four, on the water in the morning.'],
      ['Espresso bar', 'Beans from three farms, roasted on Tuesdays.'],
      ['The roastery', 'We roast beans. Espresso, filter, decaf.'],
    ] as const)
      pages[title] = await plant(space.id, { title, text: `${text} ${FOOTER}` })
  })

  const of = async (title: string, more = {}) =>
    titlesOf(await related(space.id, pages[title] ?? '', more))

  test('share the words that others do not have, those of titles first', async () => {
    expect((await of('Kayak tours')).slice(0, 2)).toEqual(['Kayak school', 'Rowing'])
    expect((await of('Espresso bar'))[0]).toBe('The roastery')
  })

  test('are other pages, as many as are wanted, and the answer says how they were found', async () => {
    const answer = await related(space.id, pages['Kayak tours'] ?? '', { limit: 1 })
    expect(answer).toEqual({
      page: pages['Kayak tours'],
      locale: 'en',
      by: 'text',
      docs: [
        {
          id: pages['Kayak school'],
          locale: 'en',
          path: expect.stringMatching(/^\/page-/),
          draft: false,
          title: 'Kayak school',
        },
      ],
    })
    expect(await of('Rowing')).not.toContain('Rowing')
  })

  test('are published, for visitors; those who work in the space find what they work on', async () => {
    const draft = await plant(space.id, { title: 'Kayak repairs', status: 'draft' })
    await plant(space.id, { title: 'Kayak races', publishedAt: '2999-01-01' })
    for (const title of ['Kayak repairs', 'Kayak races'])
      expect(await of('Kayak tours')).not.toContain(title)
    const searcher = editorOf(space.id)
    expect(await of('Kayak tours', { searcher })).toEqual(
      expect.arrayContaining(['Kayak repairs', 'Kayak races', 'Kayak school']),
    )
    expect(titlesOf(await related(space.id, draft, { searcher }))).toContain('Kayak tours')
    await expect(related(space.id, draft)).rejects.toThrow('Not found')
  })

  test('are not in the trash', async () => {
    const page = await plant(space.id, { title: 'Kayak storage' })
    expect(await of('Kayak tours')).toContain('Kayak storage')
    await asTenant(space.id).rows('update pages set deleted_at = now() where id = $1', [page])
    expect(await of('Kayak tours')).not.toContain('Kayak storage')
    expect(await of('Kayak tours', { searcher: editorOf(space.id) })).not.toContain('Kayak storage')
    await expect(related(space.id, page, { searcher: editorOf(space.id) })).rejects.toThrow(
      'Not found',
    )
  })
})

describe('the neighbour’s pages', () => {
  test('are never among them, whatever they say, and are as unknown as any', async () => {
    const [mine, theirs] = [await plantTenant([]), await plantTenant([])]
    const same = { title: 'Windjammers', text: 'Three masts, and the same words in both spaces.' }
    const page = await plant(mine.id, same)
    const foreign = await plant(theirs.id, same)
    await plant(theirs.id, same)
    for (const searcher of [undefined, editorOf(mine.id)]) {
      expect((await related(mine.id, page, { searcher })).docs).toEqual([])
      await expect(related(mine.id, foreign, { searcher })).rejects.toThrow('Not found')
      await expect(related(mine.id, randomUUID(), { searcher })).rejects.toThrow('Not found')
    }
    const twin = await plant(mine.id, same)
    expect((await related(mine.id, page)).docs.map(({ id }) => id)).toEqual([twin])
  })
})

describe('languages', () => {
  let space: PlantedTenant

  beforeAll(async () => {
    space = await plantTenant([])
    await asPlatform().rows(
      `insert into tenant_locales (id, "order", parent_id, value) values (gen_random_uuid(), 1, $1, 'en'), (gen_random_uuid(), 2, $1, 'de')`,
      [space.id],
    )
  })

  test('are kept apart, each with its own stems', async () => {
    const texts = (en: string, de: string) => ({
      en: { title: en, slug: uniqueName('page') },
      de: { title: de, slug: uniqueName('seite') },
    })
    const page = await plantPage(space.id, { texts: texts('Houses by the sea', 'Häuser am Meer') })
    await plantPage(space.id, { texts: texts('A bakery', 'Ein Haus mit Garten') })
    await plantPage(space.id, { texts: texts('The sea', 'Eine Bäckerei') })
    expect(titlesOf(await related(space.id, page))).toEqual(['The sea'])
    expect(titlesOf(await related(space.id, page, { locale: 'en' }))).toEqual(['The sea'])
    expect(titlesOf(await related(space.id, page, { locale: 'de' }))).toEqual([
      'Ein Haus mit Garten',
    ])
  })

  test('that a page is not written in have nothing like it', async () => {
    const page = await plant(space.id, { title: 'The sea, in English only' })
    expect(await related(space.id, page, { locale: 'de' })).toMatchObject({
      locale: 'de',
      by: 'text',
      docs: [],
    })
  })

  test('that the space does not offer are refused, with those that it does', async () => {
    const page = await plant(space.id, { title: 'Something' })
    await expect(related(space.id, page, { locale: 'fr' })).rejects.toThrow('space: en, de.')
  })
})

describe('a page without words', () => {
  test.each([
    ['of none at all', ''],
    ['of very common ones', 'the and of'],
    ['of numbers and signs', '12 34-56 — %&!'],
  ])('%s has nothing like it', async (_what, title) => {
    const space = await plantTenant([])
    const page = await plant(space.id, { title })
    await plant(space.id, { title })
    expect(await related(space.id, page)).toMatchObject({ by: 'text', docs: [] })
  })

  test('of quotes, backslashes and operators is found by what is left, and fails at nothing', async () => {
    const space = await plantTenant([])
    const title = `O'Neill's \\ "surf" & | ! <-> :* C:\\boards http://o'n.test/a\\b?c='d'`
    const page = await plant(space.id, { title })
    const twin = await plant(space.id, { title })
    expect((await related(space.id, page)).docs.map(({ id }) => id)).toEqual([twin])
  })
})

test('in a large space the few pages that share a rare word are found among all that share common ones', async () => {
  const [space, other] = [await plantTenant([]), await plantTenant([])]
  await asRoot()(async (client) => {
    await client.query('set local session_replication_role = replica')
    await client.query(
      `insert into search_documents (id, tenant_id, kind, document_id, locale, published, working, title, body, vector)
       select gen_random_uuid(), s.id, 'pages', gen_random_uuid()::text, 'en', true, true, 'Filler ' || n, '',
         setweight(to_tsvector('public.atrium_english', 'harbour members welcome filler' || n), 'A')
       from unnest($1::uuid[]) as s(id), generate_series(1, 20000) n`,
      [[space.id, other.id]],
    )
  })
  await asRoot().rows('analyze search_documents')
  const text = 'Members welcome at the harbour.'
  const page = await plant(space.id, { title: 'Lanterns', text })
  await plant(space.id, { title: 'Lantern makers', text })
  await plant(other.id, { title: 'Lanterns', text })
  expect(titlesOf(await related(space.id, page))[0]).toBe('Lantern makers')
})
