import { beforeAll, describe, expect, test } from 'vitest'

import { actor, asAdmin, http, type HttpActor } from '../support/httpActors'
import { expectStatus, jsonOf, read, readText, type Answer } from '../support/httpRequest'
import { PLATFORM } from '../support/httpSeed'
import { uniqueName } from '../support/uniqueName'

/** A space that speaks German first, and English and Arabic as well. */
const slug = uniqueName('polyglot')
const host = `${slug}.localhost`
const visitor = actor(host)
const origin = () => `http://${host}:${http().port}`
let staff: HttpActor
let tenant: string
let prices: string
let only: string

const hero = (heading: string) => [{ blockType: 'hero', variant: 'split', tone: 'plain', heading }]
const textOf = (answer: Answer, ...keys: string[]) => read(expectStatus(answer, 200), ...keys)
const make = async (json: object, locale = 'de'): Promise<string> =>
  readText(
    expectStatus(
      await staff({ path: `/api/pages?locale=${locale}`, json: { _status: 'published', ...json } }),
      201,
    ),
    'doc',
    'id',
  )
const save = (id: string, json: object, query = 'locale=de') =>
  staff({ path: `/api/pages/${id}?${query}`, method: 'PATCH', json })
const offer = (locales: string[]) =>
  asAdmin()({ path: `/api/tenants/${tenant}`, method: 'PATCH', json: { locales } })
const codes = (text: string): string[] =>
  [...text.matchAll(/hrefLang="([^"]+)" href="([^"]+)"/gi)].map(
    ([, code, href]) => `${code} ${href}`,
  )

beforeAll(async () => {
  staff = actor(PLATFORM, { authorization: `JWT ${http().admin.token}`, 'x-tenant': slug })
  const made = await asAdmin()({
    path: '/api/tenants',
    json: {
      name: 'Polyglot',
      slug,
      settings: { locale: 'de-AT' },
      locales: ['de', 'en', 'ar'],
    },
  })
  tenant = readText(expectStatus(made, 201), 'doc', 'id')
  await make({ title: 'Anfang', slug: 'home', layout: hero('Willkommen') })
  prices = await make({ title: 'Preise', layout: hero('Was es kostet') })
  only = await make({ title: 'Nur deutsch', parent: prices, layout: hero('Einsprachig') })
  expectStatus(
    await save(prices, { title: 'Prices', layout: hero('What it costs') }, 'locale=en'),
    200,
  )
})

describe('the API', () => {
  test('answers in the main language of the space, whatever the platform’s is', async () => {
    expect(read(expectStatus(await staff(`/api/tenants/${tenant}`), 200), 'defaultLocale')).toBe(
      'de',
    )
    expect(textOf(await visitor(`/api/pages/${prices}`), 'title')).toBe('Preise')
    expect(textOf(await visitor(`/api/pages/${prices}?locale=en`), 'title')).toBe('Prices')
  })

  test('falls back to it, unless it is told not to', async () => {
    expect(textOf(await visitor(`/api/pages/${only}?locale=en`), 'title')).toBe('Nur deutsch')
    const bare = expectStatus(
      await visitor(`/api/pages/${only}?locale=en&fallback-locale=none`),
      200,
    )
    expect(read(bare, 'title') ?? null).toBeNull()
  })

  test('finds a page by its path in a language', async () => {
    const by = async (locale: string, path: string) =>
      textOf(await visitor(`/api/pages?locale=${locale}&where[path][equals]=${path}`), 'totalDocs')
    expect([
      await by('de', '/preise'),
      await by('en', '/prices'),
      await by('en', '/preise'),
    ]).toEqual([1, 1, 0])
  })

  test.each(['fr', 'xx', 'de-CH', 'all', '*'])(
    'refuses %s, and says what there is',
    async (locale) => {
      for (const path of [`/api/pages/${prices}`, '/api/pages', '/api/search'])
        for (const call of [
          `${path}?locale=${locale}&q=x`,
          {
            path,
            headers: {
              'x-http-method-override': 'GET',
              'content-type': 'application/x-www-form-urlencoded',
            },
            body: `locale=${locale}&q=x`,
          },
        ]) {
          const answer = expectStatus(await visitor(call), 400)
          expect(read(answer, 'errors', 0, 'code')).toBe('BAD_REQUEST')
          expect(answer.body).toContain('There is: de, en, ar.')
        }
    },
  )

  test('gives all languages at once to staff, to read', async () => {
    expect(textOf(await staff(`/api/pages/${prices}?locale=all`), 'title')).toEqual({
      de: 'Preise',
      en: 'Prices',
    })
    expectStatus(await save(prices, { title: 'x' }, 'locale=all'), 400)
  })

  test('takes the language of a query in the body', async () => {
    const answer = await visitor({
      path: '/api/pages',
      headers: {
        'x-http-method-override': 'GET',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: `locale=en&where[id][equals]=${prices}`,
    })
    expect(textOf(answer, 'docs', '0', 'title')).toBe('Prices')
  })

  test('has languages in GraphQL too, those of the space', async () => {
    const ask = (args: string) =>
      visitor({
        path: '/api/graphql',
        json: { query: `{ Page(id: "${prices}"${args}) { title } }` },
      })
    expect(textOf(await ask(''), 'data', 'Page', 'title')).toBe('Preise')
    expect(textOf(await ask(', locale: en'), 'data', 'Page', 'title')).toBe('Prices')
    expect((await ask(', locale: fr')).body).toContain('There is: de, en, ar.')
  })

  test('writes at the platform’s address in a language of the document’s space only', async () => {
    const change = (query: string) =>
      asAdmin()({
        path: `/api/pages/${only}${query}`,
        method: 'PATCH',
        json: { publishedAt: null },
      })
    expect((await change('?locale=fr')).body).toContain('There is: de, en, ar.')
    expectStatus(await change('?locale=de'), 200)
  })

  test('takes an address once in each language, and none that means a language', async () => {
    const again = await staff({
      path: '/api/pages?locale=en',
      json: { title: 'Again', slug: 'prices', _status: 'published' },
    })
    expectStatus(again, 400)
    expect(read(again, 'errors', 0, 'fields')).toEqual([
      { field: 'slug', message: 'This address is already used by another page of this space.' },
    ])
    for (const taken of ['en', 'search', 'pt-br']) {
      const refused = await staff({
        path: '/api/pages',
        json: { title: 'x', slug: taken, _status: 'published' },
      })
      expect(read(expectStatus(refused, 400), 'errors', 0, 'fields')).toEqual([
        { field: 'slug', message: `Every site has something else at “/${taken}”.` },
      ])
    }
  })

  test('the main language is among those of the space', async () => {
    const refused = expectStatus(await offer(['en']), 400)
    expect(read(refused, 'errors', 0, 'fields')).toEqual([
      { field: 'locales', message: 'The main language must be among them.' },
    ])
  })
})

describe('the site', () => {
  test('has the main language without a prefix, and others below their code', async () => {
    const german = expectStatus(await visitor('/preise'), 200)
    expect(german.body).toContain('<html lang="de-AT" dir="ltr"')
    expect(german.body).toContain('Was es kostet')
    expect(german.body).toContain('Zum Inhalt springen')
    const english = expectStatus(await visitor('/en/prices'), 200)
    expect(english.body).toContain('<html lang="en" dir="ltr"')
    expect(english.body).toContain('What it costs')
    expect(expectStatus(await visitor('/ar'), 200).body).toContain('<html lang="ar" dir="rtl"')
  })

  test.each(['/de/preise', '/prices', '/fr/preise', '/EN/prices', '/fr', '/de'])(
    'has nothing at %s',
    async (path) => {
      expectStatus(await visitor(path), 404)
    },
  )

  test('leads on who comes by the main address of what is translated now', async () => {
    const { status, headers } = await visitor('/en/preise')
    expect([status, headers.location]).toEqual([302, '/en/prices'])
  })

  test('names the translations of a page, and offers them', async () => {
    for (const path of ['/preise', '/en/prices']) {
      const { body } = await visitor(path)
      expect(codes(body.slice(0, body.indexOf('</head>'))).sort()).toEqual([
        `de ${origin()}/preise`,
        `en ${origin()}/en/prices`,
        `x-default ${origin()}/preise`,
      ])
      expect(body).toContain(`<link rel="canonical" href="${origin()}${path}"`)
      for (const [href, name] of [
        ['/preise', 'Deutsch'],
        ['/en/prices', 'English'],
        ['/ar/preise', 'العربية'],
      ])
        expect(body).toMatch(new RegExp(`<a href="${href}"[^>]*>${name}</a>`))
    }
  })

  test('shows the main language where a page is not translated, which counts', async () => {
    const answer = expectStatus(await visitor('/en/preise/nur-deutsch'), 200)
    expect(answer.body).toContain('Einsprachig')
    expect(answer.body).toContain(`<link rel="canonical" href="${origin()}/preise/nur-deutsch"`)
    expect(codes(answer.body.slice(0, answer.body.indexOf('</head>')))).toEqual([])
    // The way back up is in the language of the visit.
    expect(answer.body).toMatch(/<a href="\/en\/prices">Prices<\/a>/)
  })

  test('lists the languages of each page for search engines', async () => {
    const { body } = expectStatus(await visitor('/sitemap.xml'), 200)
    expect(body).toContain(`<loc>${origin()}/en/prices</loc>`)
    expect(body).toContain(`hreflang="en" href="${origin()}/en/prices"`)
    expect(body).toContain(`<loc>${origin()}/preise/nur-deutsch</loc>`)
    expect(body).not.toContain('/en/preise')
    expect(body).not.toContain('/ar')
  })

  test('says in the language of the visit that there is nothing', async () => {
    expect(expectStatus(await visitor('/nirgends'), 404).body).toContain('Hier ist keine Seite')
    expect(expectStatus(await visitor('/en/nowhere'), 404).body).toContain('There is no page here')
  })

  test('searches in the language of the visit, and in the main one when that has nothing', async () => {
    const german = expectStatus(await visitor('/search?q=kostet'), 200)
    expect(german.body).toContain('href="/preise"')
    const english = expectStatus(await visitor('/en/search?q=costs'), 200)
    expect(english.body).toContain('href="/en/prices"')
    expect(english.body).toContain('<html lang="en"')
    const other = expectStatus(await visitor('/en/search?q=einsprachig'), 200)
    expect(other.body).toContain('href="/preise/nur-deutsch"')
    expect(other.body).toContain('Nothing in this language.')
    expectStatus(await visitor('/fr/search?q=x'), 200)
  })

  test('and so does the API, in all languages or in one', async () => {
    const find = async (query: string) => expectStatus(await visitor(`/api/search?${query}`), 200)
    const both = await find('q=preise+or+prices')
    expect(read(both, 'facets', 'locales')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ value: 'de' }),
        expect.objectContaining({ value: 'en' }),
      ]),
    )
    const english = await find('q=preise+or+prices&locale=en')
    expect(read(english, 'docs')).toMatchObject([{ locale: 'en', path: '/prices' }])
  })

  test('forgets a page in every language when it is changed in one', async () => {
    const warm = (path: string) =>
      expect
        .poll(async () => (await visitor(path)).headers['x-nextjs-cache'], { timeout: 10_000 })
        .toBe('HIT')
    await Promise.all([warm('/preise'), warm('/en/prices')])
    const title = uniqueName('Fees')
    expectStatus(await save(prices, { title }, 'locale=en'), 200)
    expect((await visitor('/en/prices')).body).toContain(title)
    expect((await visitor('/preise')).body).not.toContain(title)
  })

  test('the pages below follow in the language that changed', async () => {
    const child = await make({ title: 'Kind', parent: prices })
    expectStatus(await save(child, { title: 'Child' }, 'locale=en'), 200)
    expectStatus(await visitor('/en/prices/child'), 200)
    expectStatus(await save(prices, { slug: 'fees' }, 'locale=en'), 200)
    expectStatus(await visitor('/en/fees/child'), 200)
    for (const [from, to] of [
      ['/en/prices', '/en/fees'],
      ['/en/prices/child', '/en/fees/child'],
    ]) {
      const { status, headers } = await visitor(from ?? '')
      expect([status, headers.location], from).toEqual([301, to])
    }
    expectStatus(await visitor('/preise/kind'), 200)
    expectStatus(await save(prices, { slug: 'prices' }, 'locale=en'), 200)
    expectStatus(await visitor('/en/prices/child'), 200)
  })

  test('a page that moves in the main language is found where its text stood in', async () => {
    const [old, now] = ['alt', 'neu'].map(uniqueName)
    const id = await make({ title: 'Ort', slug: old })
    expectStatus(await visitor(`/en/${old}`), 200)
    expectStatus(await save(id, { slug: now }), 200)
    const { status, headers } = await visitor(`/en/${old}`)
    expect([status, headers.location]).toEqual([301, `/en/${now}`])
  })

  test('a language that is switched off is not shown, and comes back as it was', async () => {
    expectStatus(await offer(['de']), 200)
    expectStatus(await visitor('/en/prices'), 404)
    expectStatus(await visitor(`/api/pages/${prices}?locale=en`), 400)
    expect((await visitor('/preise')).body).not.toContain('hrefLang')
    expect(jsonOf(await visitor('/api/search?q=costs'))).toMatchObject({ total: 0 })
    expectStatus(await offer(['de', 'en', 'ar']), 200)
    expectStatus(await visitor('/en/prices'), 200)
  })
})

test('a draft is previewed in the language that is edited', async () => {
  expectStatus(await save(prices, { layout: hero('Not yet public') }, 'locale=en&draft=true'), 200)
  expect((await visitor('/en/prices')).body).not.toContain('Not yet public')
  expect(
    textOf(await staff(`/api/pages/${prices}?locale=en&draft=true`), 'layout', '0', 'heading'),
  ).toBe('Not yet public')
  expect(textOf(await staff(`/api/pages/${prices}?draft=true`), 'layout', '0', 'heading')).toBe(
    'Was es kostet',
  )
})
