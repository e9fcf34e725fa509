import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { dumpSchema } from '@/db/dumpSchema'
import type { Page, Tenant } from '@/payload-types'

import { projectRoot } from '../../scripts/support/projectPaths'
import { asPlatform } from '../support/actors'
import { buildPage } from '../support/buildPage'
import { buildTenant } from '../support/buildTenant'
import { plantPage } from '../support/plantPage'
import { editorOf, related, titlesOf } from '../support/related'
import { runJobs } from '../support/runJobs'
import { asOwner, asRoot } from '../support/sqlActors'
import { startEmbeddings } from '../support/startEmbeddings'
import { uniqueName } from '../support/uniqueName'
import { testPayload, usePayload } from '../support/usePayload'

let server: Awaited<ReturnType<typeof startEmbeddings>>

// Before the config is loaded: it reads its settings once.
beforeAll(async () => {
  server = await startEmbeddings()
  Object.assign(process.env, server.settings)
})
usePayload({ poolMax: 8 })
afterAll(() => server.stop())

let a: Tenant
let b: Tenant
beforeEach(async () => {
  a = await buildTenant()
  b = await buildTenant()
})

const build = (tenant: Tenant, title: string, more: Partial<Omit<Page, 'tenant'>> = {}) =>
  buildPage({ tenant, title, ...more })

const update = (id: string, data: Partial<Pick<Page, 'title' | '_status' | 'deletedAt'>>) =>
  asPlatform()(() => testPayload().update({ collection: 'pages', id, data }))

const found = async (page: Page, more: Parameters<typeof related>[2] = {}) => {
  const tenant = typeof page.tenant === 'object' ? page.tenant?.id : page.tenant
  const answer = await related(tenant ?? '', page.id, more)
  return { by: answer.by, titles: titlesOf(answer) }
}

describe('pages like one, by vector', () => {
  test('mean the same, though they share no word', async () => {
    const page = await build(a, 'Kayak')
    for (const title of ['Espresso', 'Canoe', 'Cappuccino']) await build(a, title)
    await runJobs()
    expect(await found(page, { limit: 1 })).toEqual({ by: 'vector', titles: ['Canoe'] })
    const all = await found(page)
    expect(all.titles[0]).toBe('Canoe')
    expect(all.titles).toHaveLength(3)
  })

  test('are none of the neighbour’s, whose texts are the same', async () => {
    const page = await build(a, 'Kayak tours on the bay')
    await build(a, 'Espresso')
    for (let n = 0; n < 3; n++) await build(b, 'Kayak tours on the bay')
    const foreign = await build(b, 'Kayak tours on the bay')
    await runJobs()
    for (const searcher of [undefined, editorOf(a.id)]) {
      expect(await found(page, { searcher })).toEqual({ by: 'vector', titles: ['Espresso'] })
      await expect(related(a.id, foreign.id, { searcher })).rejects.toThrow('Not found')
    }
  })

  test('are published, for visitors; those who work in the space find drafts', async () => {
    const page = await build(a, 'Kayak')
    await build(a, 'Canoe', { _status: 'draft' })
    await build(a, 'Dinghy', { publishedAt: '2999-01-01T00:00:00.000Z' })
    await build(a, 'Espresso')
    await runJobs()
    expect((await found(page)).titles).toEqual(['Espresso'])
    expect((await found(page, { searcher: editorOf(a.id) })).titles.sort()).toEqual([
      'Canoe',
      'Dinghy',
      'Espresso',
    ])
  })

  test('are those of today: taken offline and trashed ones go at once, changed ones with the job', async () => {
    const page = await build(a, 'Kayak')
    const [first, second, third] = [
      await build(a, 'Canoe'),
      await build(a, 'Dinghy'),
      await build(a, 'Espresso'),
    ]
    await runJobs()
    await update(first.id, { _status: 'draft' })
    await update(second.id, { deletedAt: new Date().toISOString() })
    expect(await found(page)).toEqual({ by: 'vector', titles: ['Espresso'] })
    await build(a, 'Cappuccino')
    await update(third.id, { title: 'Kayak polo' })
    await runJobs()
    expect((await found(page)).titles).toEqual(['Kayak polo', 'Cappuccino'])
  })

  test('are found among more pages than are compared number by number', async () => {
    for (let n = 0; n < 500; n++)
      await plantPage(a.id, {
        texts: { en: { title: `Espresso ${uniqueName('bar')}`, slug: `bar-${n}` } },
      })
    const page = await build(a, 'Kayak on the bay')
    await build(a, 'Canoe on the bay')
    await runJobs()
    expect(await found(page, { limit: 1 })).toEqual({
      by: 'vector',
      titles: ['Canoe on the bay'],
    })
  })

  test('are in one language', async () => {
    await asRoot().changes(
      `insert into tenant_locales (id, "order", parent_id, value) values (gen_random_uuid(), 1, $1, 'en'), (gen_random_uuid(), 2, $1, 'de')`,
      [a.id],
    )
    const plant = (en: string, de: string) =>
      plantPage(a.id, {
        texts: {
          en: { title: en, slug: uniqueName('p') },
          de: { title: de, slug: uniqueName('s') },
        },
      })
    const page = await plant('Kayak', 'Espresso')
    await plant('Canoe', 'Anderes')
    await plant('Other', 'Cappuccino')
    await build(a, 'Something')
    await runJobs()
    const of = async (locale: string) => titlesOf(await related(a.id, page, { locale, limit: 1 }))
    expect(await of('en')).toEqual(['Canoe'])
    expect(await of('de')).toEqual(['Cappuccino'])
  })
})

describe('the text answers', () => {
  test('for a page that has no vector yet, and where no other has one', async () => {
    const page = await build(a, 'Kayak tours')
    await runJobs()
    const late = await build(a, 'Kayak school')
    expect(await found(page)).toEqual({ by: 'text', titles: ['Kayak school'] })
    expect(await found(late)).toEqual({ by: 'text', titles: ['Kayak tours'] })
    await runJobs()
    expect(await found(late)).toEqual({ by: 'vector', titles: ['Kayak tours'] })
  })

  test('where vectors are those of another model', async () => {
    const page = await build(a, 'Kayak tours')
    await build(a, 'Kayak school')
    await runJobs()
    await asRoot().changes(
      `update page_embeddings set model = 'another (3)', embedding = '{1,2,3}'`,
    )
    expect((await found(page)).by).toBe('text')
    await build(a, 'Espresso')
    await runJobs()
    expect((await found(page)).by).toBe('vector')
  })

  test('where pgvector is not installed, or where our roles may not use it; and anywhere else it is found', async () => {
    const page = await build(a, 'Kayak tours')
    await build(a, 'Kayak school')
    await runJobs()
    await asRoot().changes('create schema "Its own"')
    await asRoot().changes('alter extension vector set schema "Its own"')
    expect((await found(page)).by).toBe('text')
    await asRoot().changes('grant usage on schema "Its own" to public')
    expect((await found(page)).by).toBe('vector')
    await asRoot().changes('drop extension vector')
    expect((await found(page)).by).toBe('text')
    await asRoot().changes('drop schema "Its own"')
    await asRoot().changes('create extension vector schema public')
    expect((await found(page)).by).toBe('vector')
  })
})

test('the schema is the same with pgvector', async () => {
  expect(await asOwner()(dumpSchema)).toBe(
    await readFile(join(projectRoot, 'src/migrations/schema.sql'), 'utf8'),
  )
})
