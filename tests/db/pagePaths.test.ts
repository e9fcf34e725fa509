import { randomUUID } from 'node:crypto'

import { beforeAll, expect, test } from 'vitest'

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

async function page(slug: string, parent: string | null = null, tenant = a): Promise<string> {
  const id = randomUUID()
  await asTenant(tenant.id).changes(
    'insert into pages (id, tenant_id, title, slug, parent_id) values ($1, $2, $3, $3, $4)',
    [id, tenant.id, slug, parent],
  )
  return id
}

async function pathOf(id: string): Promise<unknown> {
  const [row] = await asPlatform().rows('select path from pages where id = $1', [id])
  return row?.path
}

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
  await asTenant(a.id).changes('update pages set slug = $1 where id = $2', [now, top])
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
    constraint: 'pages_tenant_path_key',
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
      'select updated_at::text as at from pages where id = $1',
      [id],
    )
    return row?.at ?? ''
  }
  const first = await stamp()
  await asPlatform().changes('update pages set title = title where id = $1', [id])
  expect(await stamp()).toBe(first)
  await asPlatform().changes(`update pages set title = 'Changed' where id = $1`, [id])
  const second = await stamp()
  expect(second > first).toBe(true)
  await asPlatform().changes(`update pages set updated_at = '2001-01-01' where id = $1`, [id])
  expect((await stamp()) > second).toBe(true)
})
