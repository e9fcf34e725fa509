import { mkdir, writeFile } from 'node:fs/promises'

import { beforeAll, expect, test } from 'vitest'

import { writeExtendedJson } from '@/import/bson/writeExtendedJson'
import { MapError } from '@/import/map/MapError'
import { parseMap } from '@/import/map/parseMap'
import { copyCollections } from '@/import/read/copyCollections'
import { openRejects } from '@/import/read/openRejects'
import { openSource, readStream } from '@/import/read/openSource'
import { type Source } from '@/import/read/Source'

import { useFolder } from '../../support/mongo/useFolder'
import { writeDump } from '../../support/mongo/mongoDump'
import { documentOf } from '../../support/mongo/platform/toBson'

const inFolder = useFolder()

beforeAll(async () => {
  const tenants = (...slugs: string[]) =>
    slugs.map((slug, index) => documentOf({ _id: `t${index}`, slug }))
  await writeDump(inFolder('dump'), [
    { database: 'app', name: 'tenants', documents: tenants('acme', 'birch') },
    { database: 'app', name: 'leads', documents: [documentOf({ _id: 'l1' })] },
    { database: 'shop', name: 'tenants', documents: tenants('cedar') },
    { database: 'shop', name: 'old.form', documents: [documentOf({ _id: 'f1', odd: 1 })] },
  ])
})

const withCopies = (copies: Readonly<Record<string, string>>): string =>
  [
    'version: 1',
    'collections:',
    ...Object.entries(copies).map(
      ([name, copyOf]) => `  ${name}: { to: forms, copyOf: ${copyOf}, fields: [slug] }`,
    ),
  ].join('\n')

/** The documents of the copies, by the collections that they come as. */
async function copied(map: string, source: Source): Promise<Record<string, string[]>> {
  const { streams } = copyCollections(source, parseMap(map, source))
  const found: Record<string, string[]> = {}
  for (const stream of streams.filter(({ copyOf }) => copyOf))
    for await (const item of readStream(stream))
      if (item.kind === 'document') {
        const { database, name } = item.collection
        const list = (found[`${database}/${name}`] ??= [])
        list.push(writeExtendedJson(item.document).json)
      }
  return found
}

test('a collection is read once more, under another name and by another id', async () => {
  const source = await openSource(inFolder('dump'))
  const map = withCopies({ 'leads.form': '{ collection: tenants, id: slug }' })
  expect(await copied(map, source)).toEqual({
    'app/leads.form': ['{"_id":"acme","slug":"acme"}', '{"_id":"birch","slug":"birch"}'],
    'shop/leads.form': ['{"_id":"cedar","slug":"cedar"}'],
  })
  const kept = withCopies({ 'leads.form': '{ collection: app/tenants }' })
  expect(await copied(kept, source)).toEqual({
    'app/leads.form': ['{"_id":"t0","slug":"acme"}', '{"_id":"t1","slug":"birch"}'],
  })
})

test('a copy of one database is made in that one, and goes before one of all', async () => {
  const source = await openSource(inFolder('dump'))
  const map = withCopies({
    'app/leads.form': '{ collection: tenants, id: slug }',
    'leads.form': '{ collection: tenants }',
  })
  expect(await copied(map, source)).toEqual({
    'app/leads.form': ['{"_id":"acme","slug":"acme"}', '{"_id":"birch","slug":"birch"}'],
    'shop/leads.form': ['{"_id":"t0","slug":"cedar"}'],
  })
})

test.each([
  ['old.form', 'shop/old.form'],
  ['shop/old.form', 'shop/old.form'],
  ['leads', 'app/leads'],
])('a copy cannot be called %s, as a collection of the source is', async (name, shown) => {
  const source = await openSource(inFolder('dump'))
  const map = withCopies({ fine: '{ collection: tenants }', [name]: '{ collection: none }' })
  expect(() => parseMap(map, source)).toThrow(MapError)
  expect(() => parseMap(map, source)).toThrow(
    `line 4, collections.${name}.copyOf: is a copy, and the source has a collection “${shown}” of its own: give the copy another name`,
  )
  // Nothing is wrong with the map itself.
  expect(Object.keys(parseMap(map).collections)).toEqual(['fine', name])
})

test('a copy may be called like a collection of another database, and like that of rejected copies', async () => {
  const source = await openSource(inFolder('dump'))
  const map = withCopies({ 'app/old.form': '{ collection: tenants }' })
  expect(Object.keys(await copied(map, source))).toEqual(['app/old.form'])

  await mkdir(inFolder('lists'), { recursive: true })
  const line = { database: 'app', collection: 'old.form', document: { _id: 'acme', slug: 'acme' } }
  await writeFile(inFolder('lists', 'rejects.jsonl'), `${JSON.stringify(line)}\n`)
  const rejects = await openRejects(inFolder('lists', 'rejects.jsonl'))
  expect(parseMap(map, rejects).collections).toHaveProperty(['app/old.form'])
})
