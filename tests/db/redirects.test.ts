import { beforeAll, describe, expect, test } from 'vitest'

import { plantPage, type PlantedText } from '../support/plantPage'
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

interface PageShape {
  readonly slug?: string
  readonly parent?: string
  readonly status?: 'draft' | 'published'
  readonly publishedAt?: string
  readonly tenant?: PlantedTenant
  /** In other languages than English. */
  readonly texts?: Readonly<Record<string, PlantedText>>
}

async function page({
  slug = uniqueName('page'),
  parent,
  status = 'published',
  publishedAt,
  tenant = a,
  texts = {},
}: PageShape = {}): Promise<string> {
  return plantPage(tenant.id, { parent, status, publishedAt, texts: { en: { slug }, ...texts } })
}

const rename = (id: string, slug: string, tenant = a, locale = 'en') =>
  asTenant(tenant.id).changes(
    'update pages_locales set slug = $1 where _parent_id = $2 and _locale = $3',
    [slug, id, locale],
  )

const redirectsTo = async (id: string): Promise<string[]> => {
  const rows = await asPlatform().rows<{ from: string }>(
    `select "from" from redirects where to_reference_id = $1 order by "from"`,
    [id],
  )
  return rows.map(({ from }) => from)
}

const INSERT = `insert into redirects (id, tenant_id, "from", to_type, to_url, to_reference_id) values (gen_random_uuid(), $1, $2, $3, $4, $5)`

const byHand = (from: string, to: string, tenant = a): [string, unknown[]] => [
  INSERT,
  [tenant.id, from, 'custom', to, null],
]
const toPage = (from: string, id: string): [string, unknown[]] => [
  INSERT,
  [a.id, from, 'reference', null, id],
]
const name = (word: string) => `/${uniqueName(word)}`

describe('a published page that gets another address', () => {
  test('is found at the old one, and the pages below are', async () => {
    const [old, now, child] = ['old', 'now', 'child'].map(uniqueName)
    const top = await page({ slug: old })
    const below = await page({ slug: child, parent: top })
    await rename(top, now ?? '')
    expect(await redirectsTo(top)).toEqual([`/${old}`])
    expect(await redirectsTo(below)).toEqual([`/${old}/${child}`])
  })

  test('is found at each of its old ones, without a chain', async () => {
    const [one, two, three] = ['one', 'two', 'three'].map(uniqueName)
    const id = await page({ slug: one })
    await rename(id, two ?? '')
    await rename(id, three ?? '')
    expect(await redirectsTo(id)).toEqual([`/${one}`, `/${two}`])
  })

  test('leaves no circle when it moves back', async () => {
    const [here, there] = ['here', 'there'].map(uniqueName)
    const id = await page({ slug: here })
    await rename(id, there ?? '')
    await rename(id, here ?? '')
    expect(await redirectsTo(id)).toEqual([`/${there}`])
  })

  test.each([
    ['was never published', { status: 'draft' }],
    ['was published for later', { publishedAt: '2999-01-01' }],
  ] as const)('leaves nothing behind when it %s', async (_name, shape) => {
    const id = await page(shape)
    await rename(id, uniqueName('other'))
    expect(await redirectsTo(id)).toEqual([])
  })

  test('leaves nothing at the root', async () => {
    const id = await page({ slug: 'home', tenant: b })
    await rename(id, uniqueName('start'), b)
    expect(await redirectsTo(id)).toEqual([])
  })

  test('leaves nothing when the move is undone', async () => {
    const id = await page()
    expect(
      await asTenant(a.id).refusal('update pages_locales set slug = $1 where _parent_id = $2', [
        'x',
        id,
      ]),
    ).toBe('allowed')
    expect(await redirectsTo(id)).toEqual([])
  })

  test('takes over a redirect that stood at the old address', async () => {
    const slug = uniqueName('page')
    const id = await page({ slug, status: 'draft' })
    await asTenant(a.id).rows(...byHand(`/${slug}`, '/elsewhere'))
    await asTenant(a.id).rows(`update pages set _status = 'published' where id = $1`, [id])
    await rename(id, uniqueName('other'))
    expect(await redirectsTo(id)).toEqual([`/${slug}`])
  })

  test('and one that takes its place in the same transaction keep to their own', async () => {
    const [one, two, three] = ['one', 'two', 'three'].map(uniqueName)
    const first = await page({ slug: one })
    const second = await page({ slug: three })
    await asTenant(a.id)(async (client) => {
      for (const [id, slug] of [
        [first, two],
        [second, one],
      ])
        await client.query('update pages_locales set slug = $1 where _parent_id = $2', [slug, id])
    })
    expect(await redirectsTo(first)).toEqual([])
    expect(await redirectsTo(second)).toEqual([`/${three}`])
  })
})

describe('a page in several languages', () => {
  let site: PlantedTenant
  beforeAll(async () => {
    site = await plantTenant([])
    await asPlatform().changes(
      `insert into tenant_locales (id, "order", parent_id, value) select gen_random_uuid(), n, $1, value::enum_tenant_locales
       from unnest(array['en', 'de']) with ordinality as l(value, n)`,
      [site.id],
    )
  })
  const translated = async () => {
    const [slug, other, unoffered] = ['page', 'seite', 'pagina'].map(uniqueName)
    const id = await page({
      slug,
      tenant: site,
      texts: { de: { slug: other }, it: { slug: unoffered } },
    })
    return { id, slug, other }
  }

  test('leaves a redirect in the language in which it moved', async () => {
    const { id, slug, other } = await translated()
    await rename(id, uniqueName('neu'), site, 'de')
    expect(await redirectsTo(id)).toEqual([`/de/${other}`])
    await rename(id, uniqueName('now'), site)
    expect(await redirectsTo(id)).toEqual([`/de/${other}`, `/${slug}`])
  })

  test('leaves none in a language that the site does not offer', async () => {
    const { id } = await translated()
    await rename(id, uniqueName('altrove'), site, 'it')
    expect(await redirectsTo(id)).toEqual([])
  })

  test('is written anew on each save, which moves nothing', async () => {
    const { id, slug } = await translated()
    const save = (texts: Record<string, string | undefined>) =>
      asTenant(site.id)(async (client) => {
        await client.query('delete from pages_locales where _parent_id = $1', [id])
        for (const [locale, text] of Object.entries(texts))
          await client.query(
            'insert into pages_locales (_parent_id, _locale, title, slug) values ($1, $2, $3, $3)',
            [id, locale, text],
          )
      })
    const de = uniqueName('seite')
    await save({ en: slug, de })
    const before = await redirectsTo(id)
    await save({ en: slug, de })
    expect(await redirectsTo(id)).toEqual(before)
    await save({ en: slug })
    // Its text is now the main one, at the main path.
    expect(await redirectsTo(id)).toEqual([...before, `/de/${de}`].sort())
  })

  test('leaves nothing at an address that it had within one transaction', async () => {
    const { id, slug } = await translated()
    const between = uniqueName('between')
    await asTenant(site.id)(async (client) => {
      for (const next of [between, uniqueName('end')])
        await client.query(
          `update pages_locales set slug = $1 where _parent_id = $2 and _locale = 'en'`,
          [next, id],
        )
    })
    expect(await redirectsTo(id)).toEqual([`/${slug}`])
  })

  test('nor at one that it had in a part of the transaction', async () => {
    const { id, slug, other } = await translated()
    const texts = { en: [uniqueName('between'), uniqueName('end')], de: [uniqueName('zwischen')] }
    await asTenant(site.id)(async (client) => {
      for (const [locale, slugs] of Object.entries(texts))
        for (const next of slugs) {
          await client.query('savepoint part')
          await client.query(`delete from pages_locales where _parent_id = $1 and _locale = $2`, [
            id,
            locale,
          ])
          await client.query(
            `insert into pages_locales (tenant_id, _parent_id, _locale, title, slug) values ($1, $2, $3, 'A page', $4)`,
            [site.id, id, locale, next],
          )
          await client.query('release savepoint part')
        }
    })
    expect(await redirectsTo(id)).toEqual([`/de/${other}`, `/${slug}`])
  })

  test('leaves nothing when it is published and renamed at once', async () => {
    const id = await page({ status: 'draft', tenant: site })
    await asTenant(site.id)(async (client) => {
      await client.query(`update pages set _status = 'published' where id = $1`, [id])
      await client.query('update pages_locales set slug = $1 where _parent_id = $2', [
        uniqueName('other'),
        id,
      ])
    })
    expect(await redirectsTo(id)).toEqual([])
  })

  test('is one of many that change at once, each with what visitors knew of it', async () => {
    const many = async (status: 'draft' | 'published') => {
      const ids: string[] = []
      for (let count = 0; count < 40; count++) ids.push(await page({ status, tenant: site }))
      return ids
    }
    const [drafts, known] = [await many('draft'), await many('published')]
    await asTenant(site.id)(async (client) => {
      await client.query(
        `update pages set _status = case when _status = 'draft' then 'published' else 'draft' end::enum_pages_status
         where id = any($1)`,
        [[...drafts, ...known]],
      )
      await client.query(
        `update pages_locales set slug = slug || '-moved' where _parent_id = any($1)`,
        [[...drafts, ...known]],
      )
    })
    const left = await asPlatform().rows<{ id: string }>(
      'select to_reference_id as id from redirects where to_reference_id = any($1)',
      [[...drafts, ...known]],
    )
    expect(left.map(({ id }) => id).sort()).toEqual(known.sort())
  })

  test('hides a redirect where it is, and where its main text stands in', async () => {
    const { slug, other } = await translated()
    const plain = uniqueName('plain')
    await page({ slug: plain, tenant: site })
    const refusal = (from: string) => asTenant(site.id).refusal(...byHand(from, '/x', site))
    expect(await refusal(`/de/${other}`)).toBe('AT001')
    expect(await refusal(`/de/${plain}`)).toBe('AT001')
    expect(await refusal(`/de/${slug}`)).toBe('allowed')
    expect(await refusal(`/it/${plain}`)).toBe('allowed')
  })
})

describe('an address', () => {
  test('that a published page takes is no redirect any more; a draft leaves it', async () => {
    const slug = uniqueName('taken')
    const target = await page()
    await asTenant(a.id).rows(...toPage(`/${slug}`, target))
    const id = await page({ slug, status: 'draft' })
    expect(await redirectsTo(target)).toEqual([`/${slug}`])
    await asTenant(a.id).rows(`update pages set _status = 'published' where id = $1`, [id])
    expect(await redirectsTo(target)).toEqual([])
  })

  test('of a published page cannot be redirected', async () => {
    const slug = uniqueName('lives')
    await page({ slug })
    expect(await asTenant(a.id).refusal(...byHand(`/${slug}`, '/x'))).toBe('AT001')
    expect(await asTenant(b.id).refusal(...byHand(`/${slug}`, '/x', b))).toBe('allowed')
  })

  test('is redirected once in a space, and again in another', async () => {
    const from = name('twice')
    await asTenant(a.id).rows(...byHand(from, '/x'))
    expect(await asTenant(a.id).refusal(...byHand(from, '/y'))).toBe('23505')
    expect(await asTenant(b.id).refusal(...byHand(from, '/y', b))).toBe('allowed')
  })
})

describe('a page that is deleted', () => {
  test('takes its redirects along', async () => {
    const id = await page()
    await rename(id, uniqueName('other'))
    await asTenant(a.id).rows('delete from pages where id = $1', [id])
    expect(await redirectsTo(id)).toEqual([])
  })
})

describe('a circle is refused', () => {
  test('of one', async () => {
    const from = name('self')
    for (const to of [from, `${from}/`, `${from}?again=1`, `${from}#top`, from.toUpperCase()])
      expect(await asTenant(a.id).refusal(...byHand(from, to)), to).toBe('AT001')
    const slug = uniqueName('draft')
    const id = await page({ slug, status: 'draft' })
    expect(await asTenant(a.id).refusal(...toPage(`/${slug}`, id))).toBe('AT001')
  })

  test('of two and of several, in the space alone', async () => {
    const [one, two, three] = ['one', 'two', 'three'].map(name)
    await asTenant(a.id).rows(...byHand(one ?? '', two ?? ''))
    expect(await asTenant(a.id).refusal(...byHand(two ?? '', one ?? ''))).toBe('AT001')
    await asTenant(a.id).rows(...byHand(two ?? '', three ?? ''))
    expect(await asTenant(a.id).refusal(...byHand(three ?? '', `${one}?x=1`))).toBe('AT001')
    expect(await asTenant(b.id).refusal(...byHand(three ?? '', one ?? '', b))).toBe('allowed')
  })

  test('by a change of one that is there', async () => {
    const [one, two] = ['one', 'two'].map(name)
    await asTenant(a.id).rows(...byHand(one ?? '', two ?? ''))
    await asTenant(a.id).rows(...byHand(two ?? '', '/elsewhere'))
    const refusal = await asTenant(a.id).refusal(
      'update redirects set to_url = $1 where tenant_id = $2 and "from" = $3',
      [one, a.id, two],
    )
    expect(refusal).toBe('AT001')
  })

  test('by two at the same moment', async () => {
    const rounds = Array.from({ length: 10 }, async () => {
      const [one, two] = [name('one'), name('two')]
      const made = await Promise.allSettled([
        asTenant(a.id).rows(...byHand(one, two)),
        asTenant(a.id).rows(...byHand(two, one)),
      ])
      return made.filter(({ status }) => status === 'fulfilled').length
    })
    expect(await Promise.all(rounds)).toEqual(Array.from({ length: 10 }, () => 1))
  })

  test('and so is a way that is too long', async () => {
    let to = name('end')
    for (let step = 0; step < 20; step++) {
      const from = name('step')
      await asTenant(a.id).rows(...byHand(from, to))
      to = from
    }
    expect(await asTenant(a.id).refusal(...byHand(name('step'), to))).toBe('AT001')
  })
})

test('a page that is renamed while its old address is redirected by hand ends in one of the two', async () => {
  const rounds = Array.from({ length: 10 }, async () => {
    const slug = uniqueName('race')
    const id = await page({ slug })
    await Promise.allSettled([
      rename(id, uniqueName('raced')),
      asTenant(a.id).rows(...byHand(`/${slug}`, '/elsewhere')),
    ])
    const rows = await asPlatform().rows(
      'select from redirects where tenant_id = $1 and "from" = $2',
      [a.id, `/${slug}`],
    )
    return rows.length
  })
  expect(await Promise.all(rounds)).toEqual(Array.from({ length: 10 }, () => 1))
})

describe('another space', () => {
  test('has no redirect to this one’s page', async () => {
    const theirs = await page({ tenant: b })
    expect(await asTenant(a.id).refusal(...toPage(name('x'), theirs))).toBe('23503')
    expect(await asTenant([a.id, b.id]).refusal(...toPage(name('x'), theirs))).toBe('23503')
  })

  test('leaves this one’s redirects alone when its page takes the same address', async () => {
    const slug = uniqueName('same')
    const target = await page()
    await asTenant(a.id).rows(...toPage(`/${slug}`, target))
    await page({ slug, tenant: b })
    await asPlatform().rows('update pages_locales set title = title where slug = $1', [slug])
    expect(await redirectsTo(target)).toEqual([`/${slug}`])
  })
})
