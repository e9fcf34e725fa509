import { mkdir, symlink, writeFile } from 'node:fs/promises'

import { expect, test } from 'vitest'

import { BsonDocument, type BsonValue } from '@/import/bson/BsonValue'
import { writeBson } from '@/import/bson/writeBson'
import { openSource } from '@/import/read/openSource'
import { SourceError } from '@/import/read/SourceError'

import { columnOf, compressedBucket } from '../../support/mongo/compressedBucket'
import { type MongoCollection, writeDump } from '../../support/mongo/mongoDump'
import { readAll, readItems } from '../../support/mongo/readAll'
import { sampleDocuments } from '../../support/mongo/sampleDocuments'
import { useFolder } from '../../support/mongo/useFolder'

const inFolder = useFolder()

const PAGES: MongoCollection = { database: 'site', name: 'pages', documents: sampleDocuments(40) }
const LEADS: MongoCollection = {
  database: 'shop',
  name: 'leads & more/2024: ключ',
  documents: sampleDocuments(10, { seed: 2 }),
}
const LONG: MongoCollection = {
  database: 'shop',
  name: `a${'very'.repeat(60)}long name`,
  documents: sampleDocuments(3, { seed: 3 }),
}

test.each([{ gzip: false }, { gzip: true }])(
  'a dump of several databases is read, gzip: $gzip',
  async ({ gzip }) => {
    const folder = inFolder(`several-${gzip}`)
    await writeDump(folder, [PAGES, LEADS, LONG], { gzip, serverVersion: '7.0.16' })
    expect(await readAll(folder)).toEqual({
      'site.pages': PAGES.documents,
      [`shop.${LEADS.name}`]: LEADS.documents,
      [`shop.${LONG.name}`]: LONG.documents,
    })
    expect(await openSource(folder)).toMatchObject({
      layout: 'dump',
      serverVersion: '7.0.16',
      skipped: [],
      notes: [],
    })
  },
)

test('the folder of one database, and one file, are of the database that the folder is called after', async () => {
  const folder = inFolder('one')
  await writeDump(folder, [PAGES, LEADS])
  expect(await readAll(inFolder('one', 'site'))).toEqual({ 'site.pages': PAGES.documents })
  const [stream] = (await openSource(inFolder('one', 'site', 'pages.bson'))).streams
  expect(stream?.collections).toMatchObject([
    { database: 'site', name: 'pages', metadata: { indexes: [{ name: '_id_' }] } },
  ])
})

test('a name that was cut off and has no metadata is spoken of', async () => {
  const folder = inFolder('cut')
  await writeDump(folder, [{ ...LONG, hasMetadata: false }])
  const { collections, notes } = await openSource(folder)
  expect(collections).toHaveLength(1)
  expect(notes).toEqual([expect.stringContaining('the name was cut off')])
})

test('what belongs to the server is not read, and listed', async () => {
  const folder = inFolder('internals')
  const of = (database: string, name: string): MongoCollection => ({
    database,
    name,
    documents: sampleDocuments(1),
  })
  await writeDump(folder, [
    PAGES,
    of('admin', 'system.users'),
    of('config', 'settings'),
    of('local', 'startup_log'),
    of('site', 'system.views'),
    of('site', '$admin.system.roles'),
  ])
  await writeFile(inFolder('internals', 'oplog.bson'), '')
  await writeFile(inFolder('internals', 'notes.txt'), '')
  await mkdir(inFolder('internals', 'site', 'deeper'))
  const { collections, skipped } = await openSource(folder)
  expect(collections.map(({ name }) => name)).toEqual(['pages'])
  expect(skipped.map(({ name }) => name)).toEqual([
    'notes.txt',
    'site/deeper',
    'admin.system.users',
    'config.settings',
    'local.startup_log',
    'oplog.bson',
    'site.$admin.system.roles',
    'site.system.views',
  ])
})

test('a collection may be called oplog', async () => {
  const folder = inFolder('called-oplog')
  await writeDump(folder, [{ ...PAGES, name: 'oplog' }])
  expect(await readAll(inFolder('called-oplog', 'site'))).toEqual({ 'site.oplog': PAGES.documents })
})

test('a view is described, with what it reads', async () => {
  const folder = inFolder('view')
  const view: MongoCollection = {
    database: 'site',
    name: 'published',
    documents: [],
    type: 'view',
    options: { viewOn: 'pages', pipeline: [] },
  }
  await writeDump(folder, [PAGES, view])
  const { collections, streams } = await openSource(folder)
  expect(streams).toHaveLength(1)
  expect(collections).toMatchObject([
    { name: 'pages', kind: 'collection' },
    { name: 'published', kind: 'view', metadata: { viewOn: 'pages' } },
  ])
})

test('a description that cannot be read is spoken of, and the documents are read', async () => {
  const folder = inFolder('bad-metadata')
  await writeDump(folder, [{ ...PAGES, hasMetadata: false }])
  await writeFile(inFolder('bad-metadata', 'site', 'pages.metadata.json'), '{"indexes": [')
  expect(await readAll(folder)).toEqual({ 'site.pages': PAGES.documents })
  expect((await openSource(folder)).notes).toEqual([
    'site/pages.metadata.json is left out: the text ends in the middle of a document',
  ])
})

test('a collection may be called prelude', async () => {
  await mkdir(inFolder('called-prelude'))
  await writeFile(inFolder('called-prelude', 'prelude.json'), '{"a":1}\n{"a":2}\n')
  expect((await readAll(inFolder('called-prelude')))['called-prelude.prelude']).toHaveLength(2)
})

test('one buckets file finds what describes it', async () => {
  const folder = inFolder('one-series')
  await writeDump(folder, [SERIES])
  const path = inFolder('one-series', 'site', 'system.buckets.weather.bson')
  expect((await readAll(path))['site.weather']).toHaveLength(3)
})

test('a link that leads nowhere is listed', async () => {
  await writeDump(inFolder('link'), [PAGES])
  await symlink(inFolder('nowhere'), inFolder('link', 'site', 'lost.bson'))
  expect((await openSource(inFolder('link'))).skipped).toEqual([
    { name: 'site/lost.bson', reason: 'cannot be read' },
  ])
})

test('where nothing can be imported, that is said', async () => {
  await mkdir(inFolder('empty'))
  await writeFile(inFolder('something'), 'hello')
  for (const path of [inFolder('empty'), inFolder('something'), inFolder('nowhere')])
    await expect(openSource(path)).rejects.toThrow(SourceError)
})

test('a collection that is there twice is read once', async () => {
  const folder = inFolder('twice')
  await writeDump(folder, [PAGES])
  await writeDump(folder, [PAGES], { gzip: true })
  expect(await readAll(folder)).toEqual({ 'site.pages': PAGES.documents })
  expect((await openSource(folder)).skipped).toEqual([
    { name: 'site/pages.bson.gz', reason: 'site.pages is read from site/pages.bson' },
  ])
})

const bucket = (version: number, readings: readonly number[]): BsonDocument => {
  const byIndex = (values: readonly (readonly [number, number])[]): BsonDocument =>
    BsonDocument.of(
      ...values.map(([index, value]) => [String(index), { type: 'int', value }] as const),
    )
  return BsonDocument.of(
    ['control', BsonDocument.of(['version', { type: 'int', value: version }])],
    ['meta', { type: 'string', value: 'roof' }],
    [
      'data',
      BsonDocument.of(
        ['at', byIndex(readings.map((_, index) => [index, index * 60]))],
        // The second measurement has none.
        [
          'celsius',
          byIndex(
            readings
              .map((value, index) => [index, value] as const)
              .filter(([index]) => index !== 1),
          ),
        ],
      ),
    ],
  )
}

const SERIES: MongoCollection = {
  database: 'site',
  name: 'weather',
  type: 'timeseries',
  options: { timeseries: { timeField: 'at', metaField: 'where' } },
  documents: [bucket(1, [20, 21, 22])],
}

test('a time series is read measurement by measurement', async () => {
  const folder = inFolder('series')
  await writeDump(folder, [SERIES])
  const { collections } = await openSource(folder)
  expect(collections).toMatchObject([{ name: 'weather', kind: 'timeseries' }])
  const text = { type: 'string', value: 'roof' } as const
  const int = (value: number) => ({ type: 'int', value }) as const
  expect((await readAll(folder))['site.weather']).toEqual([
    BsonDocument.of(['at', int(0)], ['where', text], ['celsius', int(20)]),
    BsonDocument.of(['at', int(60)], ['where', text]),
    BsonDocument.of(['at', int(120)], ['where', text], ['celsius', int(22)]),
  ])
})

const int = (value: number) => ({ type: 'int', value }) as const
const date = (minute: number) => ({ type: 'date', millis: BigInt(minute) * 60_000n }) as const
const roof = { type: 'string', value: 'roof' } as const

const celsius = [int(20), undefined, int(23)]

test('compressed buckets are read as they are stored: sorted by time, or not', async () => {
  const folder = inFolder('compressed')
  const sorted = { at: [date(0), date(1), date(2)], celsius }
  const unsorted = { celsius, at: [date(5), date(3), date(4)] }
  await writeDump(folder, [
    {
      ...SERIES,
      documents: [
        compressedBucket({ meta: roof, columns: sorted }),
        compressedBucket({ version: 3, meta: roof, columns: unsorted }),
        bucket(1, [20]),
      ],
    },
  ])
  const measurement = (at: BsonValue, value?: BsonValue) =>
    BsonDocument.of(['at', at], ['where', roof], ...(value ? [['celsius', value] as const] : []))
  expect((await readAll(folder))['site.weather']).toEqual([
    measurement(date(0), int(20)),
    measurement(date(1)),
    measurement(date(2), int(23)),
    measurement(date(5), int(20)),
    measurement(date(3)),
    measurement(date(4), int(23)),
    measurement(int(0), int(20)),
  ])
})

const good = compressedBucket({ columns: { at: [date(0)], celsius: [int(1)] } })
const withColumn = (column: BsonValue): BsonDocument =>
  BsonDocument.of(
    ...[...good.entries()].map(([key, value]) =>
      key === 'data' && value.type === 'object'
        ? ([key, BsonDocument.of(...value.entries(), ['damaged', column])] as const)
        : ([key, value] as const),
    ),
  )

test.each<[string, BsonDocument, RegExp]>([
  [
    'with fewer values than it counts',
    compressedBucket({ count: 4, columns: { at: [date(0), date(1)], celsius: [int(1), int(2)] } }),
    /^the column "at": 2 values instead of the 4/,
  ],
  [
    'with another number of values in a column',
    compressedBucket({ columns: { at: [date(0), date(1)], celsius: [int(1)] } }),
    /^the column "celsius": 1 values instead of the 2/,
  ],
  [
    'with a measurement that has no time',
    compressedBucket({ columns: { celsius: [int(1), int(2)], at: [date(0), undefined] } }),
    /^measurement 1 has no time/,
  ],
  ['without times', compressedBucket({ columns: { celsius } }), /^no bucket/],
  ['with something else as a column', withColumn(int(1)), /^"damaged" .* is no column/],
  ['that counts too many', compressedBucket({ count: 2 ** 30, columns: {} }), /^a bucket of more/],
  [
    'that counts nothing',
    BsonDocument.of(['control', BsonDocument.of(['version', int(2)])], ['data', BsonDocument.of()]),
    /does not say how many/,
  ],
  ['of a later form', bucket(4, [1]), /not known \(version 4\).*mongoexport/],
])('a compressed bucket %s is broken, and the next one is read', async (name, damaged, reason) => {
  const folder = inFolder(name.replaceAll(' ', '-'))
  await writeDump(folder, [{ ...SERIES, documents: [damaged, good] }])
  const [broken, next] = await itemsOf(folder)
  expect(broken).toMatchObject({ kind: 'broken', reason: expect.stringMatching(reason) })
  expect(next).toMatchObject({ kind: 'document' })
})

test('where a column is damaged is said by the byte of the file', async () => {
  const folder = inFolder('damaged-column')
  const damaged = withColumn(columnOf(Buffer.of(0x70, 0x71, 0x72)))
  await writeDump(folder, [{ ...SERIES, documents: [good, damaged] }])
  const [, broken] = await itemsOf(folder)
  const at = writeBson(good).length + writeBson(damaged).indexOf(Buffer.of(0x70, 0x71, 0x72))
  expect(broken).toMatchObject({ at, reason: expect.stringMatching(/^the column "damaged": 0x70/) })
})

async function itemsOf(folder: string): ReturnType<typeof readItems> {
  const [stream] = (await openSource(folder)).streams
  if (!stream) throw new Error('nothing to read')
  return readItems(stream)
}
