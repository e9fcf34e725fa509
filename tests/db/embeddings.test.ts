import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import type { Page, Tenant } from '@/payload-types'

import { asPlatform } from '../support/actors'
import { buildPage } from '../support/buildPage'
import { buildTenant } from '../support/buildTenant'
import { plantPage } from '../support/plantPage'
import { related, titlesOf } from '../support/related'
import { runJobs } from '../support/runJobs'
import { runScript } from '../support/runScript'
import { asRoot, asTenant } from '../support/sqlActors'
import {
  answerVectors,
  answerWith,
  DIMENSIONS,
  embed,
  startEmbeddings,
  textsOf,
} from '../support/startEmbeddings'
import { startReceiver } from '../support/startReceiver'
import { uniqueName } from '../support/uniqueName'
import { testDatabase } from '../support/useDatabase'
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
  server.calls.length = 0
  server.answer = answerVectors
  a = await buildTenant()
  b = await buildTenant()
  await asRoot().changes('delete from payload_jobs')
})

const save = (page: Page, data: Partial<Pick<Page, 'title' | '_status' | 'slug' | 'deletedAt'>>) =>
  asPlatform()(() => testPayload().update({ collection: 'pages', id: page.id, data }))

interface Row {
  readonly text: string
  readonly locale: string
  readonly model: string
  readonly hash: string
  readonly embedding: number[] | null
}

const vectorsIn = ({ id }: Tenant): Promise<Row[]> =>
  asRoot().rows<Row>(
    `select concat_ws(E'\\n', nullif(d.title, ''), nullif(d.body, '')) as text, e.locale, e.model, e.hash, e.embedding
     from page_embeddings e join search_documents d on d.id = e.entry_id and d.tenant_id = e.tenant_id
     where e.tenant_id = $1 order by text, e.locale`,
    [id],
  )

const jobsOf = ({ id }: Tenant) =>
  asRoot().rows<{ state: string; problem: string | null; error: unknown; total_tried: string }>(
    `select state, problem, error, total_tried from payload_jobs where task_slug = 'embedPages' and tenant_id = $1 order by created_at`,
    [id],
  )

const asked = (): string[] => server.calls.flatMap(textsOf)

describe('a change of a page', () => {
  test('has its space looked at once, and no other space', async () => {
    const page = await buildPage({ tenant: a, title: 'One' })
    await buildPage({ tenant: a, title: 'Two' })
    await save(page, { title: 'Uno' })
    expect(await jobsOf(a)).toMatchObject([{ state: 'waiting' }])
    expect(await jobsOf(b)).toEqual([])
    expect(server.calls).toEqual([])
  })

  test('has another job queued when the one that waits may begin before the change is there', async () => {
    await buildPage({ tenant: a })
    await asRoot().changes('update payload_jobs set wait_until = now()')
    await buildPage({ tenant: a })
    expect(await jobsOf(a)).toHaveLength(2)
  })
})

describe('the job', () => {
  test('keeps a vector of each text, drafts included, and asks with the key and the model', async () => {
    await buildPage({ tenant: a, title: 'Kayak tours', meta: { description: 'Not in the text' } })
    await buildPage({ tenant: a, title: 'Espresso', _status: 'draft' })
    await runJobs()
    const rows = await vectorsIn(a)
    expect(rows.map(({ text }) => text)).toEqual(['Espresso', 'Kayak tours'])
    for (const row of rows) {
      expect(row).toMatchObject({ locale: 'en', model: `bag-of-words (${DIMENSIONS})` })
      expect(row.embedding).toEqual(embed(row.text))
    }
    expect(server.calls).toHaveLength(1)
    expect(server.calls[0]?.headers).toMatchObject({
      authorization: 'Bearer key-of-the-operator',
      'content-type': 'application/json',
    })
    expect(JSON.parse(server.calls[0]?.body ?? '')).toEqual({
      model: 'bag-of-words',
      input: expect.arrayContaining(['Kayak tours', 'Espresso']),
    })
  })

  test('sends the texts of one space in one request', async () => {
    await buildPage({ tenant: a, title: 'Of alpha' })
    await buildPage({ tenant: b, title: 'Of beta' })
    await runJobs()
    expect(server.calls.map(textsOf).sort()).toEqual([['Of alpha'], ['Of beta']])
  })

  test('asks for what has another text, and for nothing else', async () => {
    const page = await buildPage({ tenant: a, title: 'Before' })
    await buildPage({ tenant: a, title: 'Other' })
    await runJobs()
    server.calls.length = 0
    await save(page, { slug: uniqueName('moved') })
    await runJobs()
    expect(asked()).toEqual([])
    await save(page, { title: 'After' })
    await runJobs()
    expect(asked()).toEqual(['After'])
    expect((await vectorsIn(a)).map(({ embedding }) => embedding)).toEqual([
      embed('After'),
      embed('Other'),
    ])
    await runJobs()
    expect(asked()).toEqual(['After'])
  })

  test('sends few texts at once, none of them long, and goes on until all are done', async () => {
    for (let n = 0; n < 70; n++)
      await plantPage(a.id, { texts: { en: { title: `Number ${n}`, slug: `n${n}` } } })
    const long = 'word '.repeat(4_000)
    const layout = [{ blockType: 'hero', heading: 'Long', text: long }]
    await plantPage(a.id, { texts: { en: { title: 'Long', slug: 'long', layout } } })
    await buildPage({ tenant: a, title: 'Saved' })
    await runJobs()
    expect(asked()).toHaveLength(72)
    expect(Math.max(...server.calls.map((call) => textsOf(call).length))).toBe(32)
    expect(Math.max(...asked().map((text) => text.length))).toBe(6_000)
    expect(await vectorsIn(a)).toHaveLength(72)
  })

  test('has nothing to ask about a page without text', async () => {
    await plantPage(a.id, { texts: { en: { title: '', slug: 'empty' } } })
    await buildPage({ tenant: a, title: 'Saved' })
    await runJobs()
    expect(asked()).toEqual(['Saved'])
    expect(await vectorsIn(a)).toMatchObject([{ embedding: null }, { embedding: embed('Saved') }])
  })

  test('vectors go with what they are of', async () => {
    const [trashed, deleted] = [
      await buildPage({ tenant: a, title: 'Trashed' }),
      await buildPage({ tenant: a, title: 'Deleted' }),
    ]
    await runJobs()
    expect(await vectorsIn(a)).toHaveLength(2)
    await save(trashed, { deletedAt: new Date().toISOString() })
    expect(await vectorsIn(a)).toMatchObject([{ text: 'Deleted' }])
    await asPlatform()(() => testPayload().delete({ collection: 'pages', id: deleted.id }))
    expect(await asRoot().rows('select from page_embeddings where tenant_id = $1', [a.id])).toEqual(
      [],
    )
  })

  test('nobody sees them from another space', async () => {
    await buildPage({ tenant: a })
    await runJobs()
    expect(await asTenant(a.id).rows('select id from page_embeddings')).toHaveLength(1)
    expect(await asTenant(b.id).rows('select id from page_embeddings')).toEqual([])
  })
})

describe('an endpoint', () => {
  test('that is down is tried again, and the text answers meanwhile', async () => {
    const page = await buildPage({ tenant: a, title: 'Kayak tours' })
    await buildPage({ tenant: a, title: 'Kayak school' })
    server.answer = (response) => answerWith(response, 503, { error: 'key-of-the-operator' })
    await runJobs()
    expect(await jobsOf(a)).toMatchObject([{ state: 'waiting', total_tried: '1' }])
    expect(JSON.stringify(await jobsOf(a))).not.toContain('key-of-the-operator')
    expect(JSON.stringify(await jobsOf(a))).not.toContain(server.url)
    expect(await vectorsIn(a)).toEqual([])
    const answer = await related(a.id, page.id)
    expect({ by: answer.by, titles: titlesOf(answer) }).toEqual({
      by: 'text',
      titles: ['Kayak school'],
    })
    server.answer = answerVectors
    await runJobs()
    expect(await vectorsIn(a)).toHaveLength(2)
  })

  test('that does not take one text keeps no other from its vector, and is not asked for it again', async () => {
    await buildPage({ tenant: a, title: 'Fine' })
    await buildPage({ tenant: a, title: 'Poison' })
    await buildPage({ tenant: a, title: 'Good' })
    server.answer = (response, call) =>
      textsOf(call).includes('Poison')
        ? answerWith(response, 413, { error: 'too long' })
        : answerVectors(response, call)
    await runJobs()
    expect((await vectorsIn(a)).map(({ text, embedding }) => [text, embedding !== null])).toEqual([
      ['Fine', true],
      ['Good', true],
      ['Poison', false],
    ])
    server.calls.length = 0
    await buildPage({ tenant: a, title: 'Later' })
    await runJobs()
    expect(asked()).toEqual(['Later'])
  })

  test('that takes no text at all is wrong about us, and nothing is noted', async () => {
    await buildPage({ tenant: a, title: 'One' })
    await buildPage({ tenant: a, title: 'Two' })
    server.answer = (response) => answerWith(response, 400, { error: 'unknown model' })
    await runJobs()
    expect(await jobsOf(a)).toMatchObject([{ state: 'waiting' }])
    expect(await vectorsIn(a)).toEqual([])
  })

  test.each([
    ['no JSON', 'fine'],
    ['no vectors', { data: [] }],
    ['a vector of another size', { data: [{ index: 0, embedding: [1, 2, 3] }] }],
    [
      'numbers that are none',
      { data: [{ index: 0, embedding: new Array(DIMENSIONS).fill('NaN') }] },
    ],
    ['far too much', { data: [], more: 'x'.repeat(1_000_000) }],
  ])('that answers with %s is not believed', async (_what, body) => {
    await buildPage({ tenant: a })
    server.answer = (response) => answerWith(response, 200, body)
    await runJobs()
    expect(await jobsOf(a)).toMatchObject([{ state: 'waiting' }])
    expect(await vectorsIn(a)).toEqual([])
  })

  test('that gives a vector without a direction gives none', async () => {
    await buildPage({ tenant: a })
    const embedding = new Array<number>(DIMENSIONS).fill(0)
    server.answer = (response) => answerWith(response, 200, { data: [{ embedding }] })
    await runJobs()
    expect(await vectorsIn(a)).toMatchObject([{ embedding: null }])
  })

  test('that points elsewhere is not followed, with the texts and the key', async () => {
    const elsewhere = await startReceiver()
    await buildPage({ tenant: a })
    server.answer = (response) => response.writeHead(307, { location: elsewhere.url }).end()
    await runJobs()
    expect(elsewhere.calls).toEqual([])
    expect(await jobsOf(a)).toMatchObject([{ state: 'waiting' }])
    await elsewhere.stop()
  })
})

test('without pgvector the vectors are kept, and the text answers', async () => {
  const page = await buildPage({ tenant: a, title: 'Kayak tours' })
  await buildPage({ tenant: a, title: 'Canoe school' })
  await buildPage({ tenant: a, title: 'Kayak repairs' })
  await runJobs()
  expect((await vectorsIn(a)).filter(({ embedding }) => embedding !== null)).toHaveLength(3)
  const answer = await related(a.id, page.id)
  expect({ by: answer.by, titles: titlesOf(answer) }).toEqual({
    by: 'text',
    titles: ['Kayak repairs'],
  })
})

test('npm run search:reindex has vectors made of all that has none', async () => {
  const slug = uniqueName('page')
  await plantPage(a.id, { texts: { en: { title: 'By SQL', slug } } })
  await plantPage(b.id, { texts: { en: { title: 'By SQL too', slug } } })
  const reindex = (...args: string[]) => runScript('search-reindex.ts', testDatabase(), args)
  const one = await reindex('--tenant', a.slug)
  expect(one).toMatchObject({ code: 0 })
  expect(one.output).toContain('in 1 spaces')
  await reindex('--tenant', a.slug)
  expect(await jobsOf(a)).toHaveLength(1)
  expect(await jobsOf(b)).toEqual([])
  await runJobs()
  expect(await vectorsIn(a)).toMatchObject([{ text: 'By SQL', embedding: embed('By SQL') }])
  await reindex()
  await runJobs()
  expect(await vectorsIn(b)).toMatchObject([{ embedding: embed('By SQL too') }])
})
