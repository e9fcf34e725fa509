import { randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, test } from 'vitest'

import { plantPage } from '../support/plantPage'
import { plantTenant, type PlantedTenant } from '../support/plantTenant'
import { asPlatform, asTenant } from '../support/sqlActors'
import { uniqueName } from '../support/uniqueName'
import { useDatabase } from '../support/useDatabase'

useDatabase()

let a: PlantedTenant
let b: PlantedTenant

beforeAll(async () => {
  a = await plantTenant([])
  b = await plantTenant([])
})

const page = (slug: string, parent: string | null = null, tenant = a): Promise<string> =>
  plantPage(tenant.id, { parent, texts: { en: { slug } } })

async function pathOf(id: string, locale = 'en'): Promise<unknown> {
  const [row] = await asPlatform().rows(
    'select path from pages_locales where _parent_id = $1 and _locale = $2',
    [id, locale],
  )
  return row?.path
}

const rename = (id: string, slug: string | undefined, locale = 'en'): Promise<number> =>
  asTenant(a.id).changes(
    'update pages_locales set slug = $1 where _parent_id = $2 and _locale = $3',
    [slug, id, locale],
  )

const MOVE = 'update pages set parent_id = $1 where id = $2'

test('an address is made of the slugs above it', async () => {
  const [top, middle, leaf] = [uniqueName('top'), uniqueName('middle'), uniqueName('leaf')]
  const id = await page(leaf, await page(middle, await page(top)))
  expect(await pathOf(id)).toBe(`/${top}/${middle}/${leaf}`)
})

test('the start page is at the root, once in each space', async () => {
  expect(await pathOf(await page('home'))).toBe('/')
  expect(await pathOf(await page('home', null, b))).toBe('/')
  await expect(page('home')).rejects.toMatchObject({ code: '23505' })
})

test('the pages below follow when a page is renamed or moved', async () => {
  const [old, now, child, leaf] = ['old', 'now', 'child', 'leaf'].map(uniqueName)
  const top = await page(old ?? '')
  const below = await page(leaf ?? '', await page(child ?? '', top))
  await rename(top, now)
  expect(await pathOf(below)).toBe(`/${now}/${child}/${leaf}`)

  const other = uniqueName('other')
  await asTenant(a.id).changes(MOVE, [await page(other), top])
  expect(await pathOf(below)).toBe(`/${other}/${now}/${child}/${leaf}`)
})

test('an address is given out once in a space, and again in another', async () => {
  const slug = uniqueName('about')
  await page(slug)
  await expect(page(slug)).rejects.toMatchObject({
    code: '23505',
    constraint: 'pages_locales_tenant_path_key',
  })
  expect(await pathOf(await page(slug, null, b))).toBe(`/${slug}`)
})

test('a move that would give two pages one address moves nothing', async () => {
  const [slug, top] = [uniqueName('news'), uniqueName('top')]
  const parent = await page(top)
  await page(slug, parent)
  const second = await page(slug)
  expect(await asTenant(a.id).refusal(MOVE, [parent, second])).toBe('23505')
  expect(await pathOf(second)).toBe(`/${slug}`)
})

test('a page is not below itself, nor below what is below it', async () => {
  const top = await page(uniqueName('top'))
  const leaf = await page(uniqueName('leaf'), await page(uniqueName('middle'), top))
  expect(await asTenant(a.id).refusal(MOVE, [top, top])).toBe('AT001')
  expect(await asTenant(a.id).refusal(MOVE, [leaf, top])).toBe('AT001')
})

test('pages nest no deeper than twelve levels, by insert or by move', async () => {
  let deepest = await page(uniqueName('level'))
  for (let level = 2; level <= 12; level++) deepest = await page(uniqueName('level'), deepest)
  const thirteenth = await page(uniqueName('level'), deepest)
  await expect(page(uniqueName('level'), thirteenth)).rejects.toMatchObject({ code: 'AT001' })
  const branch = await page(uniqueName('branch'))
  await page(uniqueName('twig'), branch)
  expect(await asTenant(a.id).refusal(MOVE, [thirteenth, branch])).toBe('AT001')
})

test('a page cannot hang below another space’s page', async () => {
  const theirs = await page(uniqueName('theirs'), null, b)
  const own = await page(uniqueName('own'))
  expect(await asTenant(a.id).refusal(MOVE, [theirs, own])).toBe('23503')
  expect(await asTenant(a.id).refusal(MOVE, [randomUUID(), own])).toBe('23503')
  expect(await asTenant([a.id, b.id]).refusal(MOVE, [theirs, own])).toBe('23503')
})

test('two moves at the same moment make no circle', async () => {
  const rounds = Array.from({ length: 10 }, async () => {
    const [one, two] = [await page(uniqueName('one')), await page(uniqueName('two'))]
    const moves = await Promise.allSettled([
      asTenant(a.id).changes(MOVE, [two, one]),
      asTenant(a.id).changes(MOVE, [one, two]),
    ])
    return moves.filter(({ status }) => status === 'fulfilled').length
  })
  expect(await Promise.all(rounds)).toEqual(Array.from({ length: 10 }, () => 1))
})

test('a page that is made while its parent moves gets the address where the parent is', async () => {
  const rounds = Array.from({ length: 10 }, async () => {
    const [top, child, leaf] = [uniqueName('top'), uniqueName('child'), uniqueName('leaf')]
    const [target, parent] = [await page(top), await page(child)]
    const [, id] = await Promise.all([
      asTenant(a.id).changes(MOVE, [target, parent]),
      page(leaf, parent),
    ])
    return [await pathOf(id), `/${top}/${child}/${leaf}`]
  })
  for (const [path, expected] of await Promise.all(rounds)) expect(path).toBe(expected)
})

test('updated_at moves when a row changes, by whoever’s SQL, and stays when nothing does', async () => {
  const id = await page(uniqueName('page'))
  const stamp = async () => {
    const [row] = await asPlatform().rows<{ at: string }>(
      'select updated_at::text as at from pages_locales where _parent_id = $1',
      [id],
    )
    return row?.at ?? ''
  }
  const first = await stamp()
  await asPlatform().changes('update pages_locales set title = title where _parent_id = $1', [id])
  expect(await stamp()).toBe(first)
  await asPlatform().changes(`update pages_locales set title = 'Changed' where _parent_id = $1`, [
    id,
  ])
  const second = await stamp()
  expect(second > first).toBe(true)
  await asPlatform().changes(
    `update pages_locales set updated_at = '2001-01-01' where _parent_id = $1`,
    [id],
  )
  expect((await stamp()) > second).toBe(true)
})

describe('in several languages', () => {
  test('an address is made of the slugs in its language, and of the main language’s where there is none', async () => {
    const [top, oben, plain, leaf, blatt] = ['top', 'oben', 'plain', 'leaf', 'blatt'].map(
      uniqueName,
    )
    const first = await plantPage(a.id, { texts: { en: { slug: top }, de: { slug: oben } } })
    const middle = await page(plain ?? '', first)
    const last = await plantPage(a.id, {
      parent: middle,
      // In an order that has the other language first.
      texts: { de: { slug: blatt }, en: { slug: leaf } },
    })
    expect(await pathOf(last)).toBe(`/${top}/${plain}/${leaf}`)
    expect(await pathOf(last, 'de')).toBe(`/${oben}/${plain}/${blatt}`)
    expect(await pathOf(middle, 'de')).toBeUndefined()

    const mitte = uniqueName('mitte')
    await asTenant(a.id).changes(
      `insert into pages_locales (_parent_id, _locale, title, slug) values ($1, 'de', $2, $2)`,
      [middle, mitte],
    )
    expect(await pathOf(last, 'de')).toBe(`/${oben}/${mitte}/${blatt}`)
  })

  test('the pages below follow in each language, and where a translation goes', async () => {
    const [top, oben, drueben, leaf, blatt, now] = [
      'top',
      'oben',
      'drueben',
      'leaf',
      'blatt',
      'now',
    ].map(uniqueName)
    const first = await plantPage(a.id, { texts: { en: { slug: top }, de: { slug: oben } } })
    const last = await plantPage(a.id, {
      parent: first,
      texts: { en: { slug: leaf }, de: { slug: blatt } },
    })
    await rename(first, drueben, 'de')
    expect([await pathOf(last), await pathOf(last, 'de')]).toEqual([
      `/${top}/${leaf}`,
      `/${drueben}/${blatt}`,
    ])
    await asTenant(a.id).changes(
      `delete from pages_locales where _parent_id = $1 and _locale = 'de'`,
      [first],
    )
    expect(await pathOf(last, 'de')).toBe(`/${top}/${blatt}`)
    await rename(first, now)
    expect([await pathOf(last), await pathOf(last, 'de')]).toEqual([
      `/${now}/${leaf}`,
      `/${now}/${blatt}`,
    ])
  })

  test('the pages below stay where they are while all translations are written anew, as Payload does', async () => {
    const [top, leaf] = [uniqueName('top'), uniqueName('leaf')]
    const first = await page(top)
    const last = await page(leaf, first)
    // Whoever has the address that the child would have without its parent is not in the way.
    await page(leaf)
    await asTenant(a.id)(async (client) => {
      await client.query('delete from pages_locales where _parent_id = $1', [first])
      await client.query(
        `insert into pages_locales (_parent_id, _locale, title, slug) values ($1, 'en', 'x', $2), ($1, 'de', 'x', $3)`,
        [first, top, `${top}-de`],
      )
    })
    expect(await pathOf(last)).toBe(`/${top}/${leaf}`)
  })

  test('an address is given out once in a space and language, and again in the next', async () => {
    const slug = uniqueName('preise')
    const taken = await plantPage(a.id, { texts: { de: { slug } } })
    await plantPage(a.id, { texts: { en: { slug }, fr: { slug } } })
    await plantPage(b.id, { texts: { de: { slug } } })
    await expect(plantPage(a.id, { texts: { de: { slug } } })).rejects.toMatchObject({
      code: '23505',
      constraint: 'pages_locales_tenant_path_key',
    })
    expect(await pathOf(taken, 'de')).toBe(`/${slug}`)
  })

  test('of two that take an address in one language at the same moment, one gets it', async () => {
    const rounds = Array.from({ length: 10 }, async () => {
      const slug = uniqueName('gleich')
      const both = await Promise.allSettled([
        plantPage(a.id, { texts: { de: { slug } } }),
        plantPage(a.id, { texts: { de: { slug } } }),
      ])
      return both.map(({ status }) => status).sort()
    })
    expect(await Promise.all(rounds)).toEqual(
      Array.from({ length: 10 }, () => ['fulfilled', 'rejected']),
    )
  })

  test('what is the start page in the main language is the start page in all', async () => {
    const c = await plantTenant([])
    const start = await plantPage(c.id, {
      texts: { de: { slug: 'willkommen' }, fr: { slug: 'home' }, en: { slug: 'home' } },
    })
    for (const locale of ['en', 'de', 'fr']) expect(await pathOf(start, locale)).toBe('/')
    const below = await plantPage(c.id, { parent: start, texts: { de: { slug: 'unten' } } })
    expect(await pathOf(below, 'de')).toBe('/unten')
  })

  test('another main language stands in for what is missing', async () => {
    const c = await plantTenant([])
    const first = await plantPage(c.id, { texts: { en: { slug: 'top' }, de: { slug: 'oben' } } })
    const last = await plantPage(c.id, { parent: first, texts: { fr: { slug: 'feuille' } } })
    expect(await pathOf(last, 'fr')).toBe('/top/feuille')
    await asPlatform().changes(`update tenants set default_locale = 'de' where id = $1`, [c.id])
    expect(await pathOf(last, 'fr')).toBe('/oben/feuille')
  })

  test('nobody writes an address, and nobody sees or translates another space’s pages', async () => {
    const [slug, own] = [uniqueName('theirs'), uniqueName('own')]
    const theirs = await page(slug, null, b)
    const mine = await page(own)
    await asTenant(a.id).changes(`update pages_locales set path = '/else' where _parent_id = $1`, [
      mine,
    ])
    expect(await pathOf(mine)).toBe(`/${own}`)
    const translate = `insert into pages_locales (_parent_id, _locale, title, slug) values ($1, 'de', 'x', 'x')`
    expect(await asTenant(a.id).refusal(translate, [theirs])).toBe('42501')
    expect(await asTenant(a.id).refusal(translate, [randomUUID()])).toBe('42501')
    expect(
      await asTenant(a.id).rows('select from pages_locales where _parent_id = $1', [theirs]),
    ).toEqual([])
    expect(await rename(theirs, 'taken')).toBe(0)
  })
})
