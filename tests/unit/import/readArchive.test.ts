import { writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

import { expect, test } from 'vitest'

import { openSource } from '@/import/read/openSource'

import { buildArchive, type ArchiveOptions } from '../../support/mongo/mongoArchive'
import { type MongoCollection } from '../../support/mongo/mongoDump'
import { readAll, readItems } from '../../support/mongo/readAll'
import { sampleDocuments } from '../../support/mongo/sampleDocuments'
import { useFolder } from '../../support/mongo/useFolder'

const inFolder = useFolder()

const COLLECTIONS: MongoCollection[] = [
  { database: 'site', name: 'pages', documents: sampleDocuments(20) },
  { database: 'site', name: 'empty', documents: [] },
  { database: 'shop', name: 'leads', documents: sampleDocuments(7, { seed: 2 }) },
  { database: 'admin', name: 'system.version', documents: sampleDocuments(2, { seed: 3 }) },
  { database: 'site', name: 'published', documents: [], type: 'view' },
]

async function archive(
  name: string,
  { gzip = false, ...options }: ArchiveOptions & { gzip?: boolean } = {},
): Promise<string> {
  const path = inFolder(name)
  const bytes = buildArchive(COLLECTIONS, options)
  await writeFile(path, gzip ? gzipSync(bytes) : bytes)
  return path
}

test.each([{ gzip: false }, { gzip: true }])(
  'an archive is taken apart into its collections, gzip: $gzip',
  async ({ gzip }) => {
    const path = await archive(`dump-${gzip}`, { gzip })
    expect(await readAll(path)).toEqual({
      'site.pages': COLLECTIONS[0]?.documents,
      'site.empty': [],
      'shop.leads': COLLECTIONS[2]?.documents,
      'site.published': [],
    })
    expect(await openSource(path)).toMatchObject({
      layout: 'archive',
      serverVersion: '7.0.16',
      skipped: [
        { name: 'admin.system.version', reason: 'the database admin belongs to the server' },
      ],
    })
  },
)

test('the documents come in the order of the file, counted in their collections', async () => {
  const { streams } = await openSource(await archive('order', { turn: 5 }))
  const items = await Promise.all(streams.map((stream) => readItems(stream)))
  const seen = items.flat().map(({ collection, place }) => `${collection.name} ${place.number}`)
  expect(seen.slice(0, 12)).toEqual([
    ...[1, 2, 3, 4, 5].map((number) => `pages ${number}`),
    ...[1, 2, 3, 4, 5].map((number) => `leads ${number}`),
    'pages 6',
    'pages 7',
  ])
})

test('a wrong checksum is refused where it is said', async () => {
  const path = await archive('checksum', { checksum: (said) => said ^ 1n })
  await expect(readAll(path)).rejects.toMatchObject({
    name: 'SourceError',
    problem: 'checksum',
    reason: expect.stringContaining('site.pages'),
  })
})

test('an archive that ends anywhere before its end is refused', async () => {
  const small = COLLECTIONS.slice(0, 3).map((collection) => ({
    ...collection,
    documents: sampleDocuments(1, { isTame: true }),
  }))
  const whole = buildArchive(small)
  const path = inFolder('cut')
  for (let length = 4; length < whole.length; length += 1) {
    await writeFile(path, whole.subarray(0, length))
    const error = await readAll(path).catch((caught: unknown) => caught)
    expect(error, `cut to ${length} of ${whole.length} bytes`).toMatchObject({
      problem: 'truncated',
    })
    expect(Reflect.get(Object(error), 'offset')).toBeLessThanOrEqual(length)
  }
}, 120_000)

test('a block of a collection that the archive did not announce is refused', async () => {
  const [pages, , leads] = COLLECTIONS
  const announced = buildArchive(pages ? [pages] : [])
  const other = buildArchive(leads ? [leads] : [])
  const path = inFolder('unannounced')
  // The blocks of the second start behind its terminator.
  const blocks = other.subarray(other.indexOf(Buffer.of(0xff, 0xff, 0xff, 0xff)) + 4)
  await writeFile(path, Buffer.concat([announced, blocks]))
  await expect(readAll(path)).rejects.toMatchObject({
    problem: 'archive',
    offset: announced.length,
  })
})
