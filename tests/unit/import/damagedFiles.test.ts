import { writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { MAX_DOCUMENT_BYTES, MAX_JSON_BYTES } from '@/import/bson/bsonLimits'
import { BsonDocument } from '@/import/bson/BsonValue'
import { writeBson } from '@/import/bson/writeBson'
import { openSource, readStream } from '@/import/read/openSource'
import { SourceError } from '@/import/read/SourceError'

import { buildArchive } from '../../support/mongo/mongoArchive'
import { type MongoCollection } from '../../support/mongo/mongoDump'
import { buildExport } from '../../support/mongo/mongoExport'
import { sampleDocuments } from '../../support/mongo/sampleDocuments'
import { useFolder } from '../../support/mongo/useFolder'

const inFolder = useFolder()

const DOCUMENTS = sampleDocuments(12)
const PAGES: MongoCollection = { database: 'site', name: 'pages', documents: DOCUMENTS }
const LEADS: MongoCollection = {
  ...PAGES,
  name: 'leads',
  documents: sampleDocuments(6, { seed: 2 }),
}

const bson = Buffer.concat(DOCUMENTS.map(writeBson))
const archive = buildArchive([PAGES, LEADS])

/** Each beside how many bytes there are once it is unpacked, which offsets count in. */
const FILES = [
  { name: 'pages.bson', bytes: bson, isPacked: false },
  { name: 'pages.bson.gz', bytes: gzipSync(bson), isPacked: true },
  { name: 'dump.archive', bytes: archive, isPacked: false },
  { name: 'dump.archive.gz', bytes: gzipSync(archive), isPacked: true },
  { name: 'lines.json', bytes: Buffer.from(buildExport(DOCUMENTS)), isPacked: false },
  {
    name: 'list.json',
    bytes: Buffer.from(buildExport(DOCUMENTS, { layout: 'pretty list' })),
    isPacked: false,
  },
  {
    name: 'pretty.json',
    bytes: Buffer.from(buildExport(DOCUMENTS, { layout: 'pretty' })),
    isPacked: false,
  },
]

interface Outcome {
  readonly offsets: number[]
  readonly error: unknown
}

async function outcomeOf(path: string): Promise<Outcome> {
  const offsets: number[] = []
  try {
    const { streams } = await openSource(path)
    for (const stream of streams)
      for await (const { place } of readStream(stream)) offsets.push(place.offset + place.length)
    return { offsets, error: undefined }
  } catch (error) {
    return { offsets, error }
  }
}

/** Documents and broken items in their order, and if anything, an error that says where. */
function expectOrderly({ error, offsets }: Outcome, limit: number): void {
  const end = offsets.at(-1) ?? 0
  expect(offsets).toEqual([...offsets].sort((a, b) => a - b))
  expect(end).toBeLessThanOrEqual(limit)
  expect(error === undefined || error instanceof SourceError, String(error)).toBe(true)
  const offset: unknown = error instanceof SourceError ? error.offset : end
  expect(offset).toBeGreaterThanOrEqual(0)
  expect(offset).toBeLessThanOrEqual(limit)
}

/** Against waiting for ever. */
const TIMEOUT = 120_000

/** Unpacked, a damaged file may hold more than it did; but not a thousand times as much. */
const limitOf = (bytes: Buffer, isPacked: boolean): number =>
  isPacked ? bytes.length * 1100 : bytes.length

test.each(FILES)(
  '$name with changed bytes ends in an orderly way',
  async ({ bytes, isPacked, name }) => {
    const path = inFolder(`changed-${name}`)
    const change = fc.record({
      at: fc.nat(bytes.length - 1),
      byte: fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 4, 5, 0x22, 0x5c, 0x7b, 0x7d, 0x7f, 0xff)),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const changed = Buffer.from(bytes)
        for (const { at, byte } of changes) changed[at] = byte
        await writeFile(path, changed)
        expectOrderly(await outcomeOf(path), limitOf(bytes, isPacked))
      }),
      { numRuns: 100 },
    )
  },
  TIMEOUT,
)

test.each(FILES)(
  '$name that lost or won some bytes ends in an orderly way',
  async ({ bytes, isPacked, name }) => {
    const path = inFolder(`cut-${name}`)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length),
        fc.nat(20),
        fc.uint8Array({ maxLength: 20 }),
        async (at, lost, won) => {
          const changed = Buffer.concat([bytes.subarray(0, at), won, bytes.subarray(at + lost)])
          await writeFile(path, changed)
          expectOrderly(await outcomeOf(path), limitOf(changed, isPacked))
        },
      ),
      { numRuns: 100 },
    )
  },
  TIMEOUT,
)

const ofKind = (name: string): (typeof FILES)[number] => {
  const found = FILES.find((file) => file.name === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}

test('a cut file gives every document before the cut, compressed or not', async () => {
  const ends = DOCUMENTS.map(writeBson).reduce<number[]>(
    (found, { length }) => [...found, (found.at(-1) ?? 0) + length],
    [],
  )
  const path = inFolder('before-cut.bson')
  for (const length of [0, 3, 100, 401, bson.length - 1]) {
    await writeFile(path, bson.subarray(0, length))
    const { error, offsets } = await outcomeOf(path)
    expect(offsets).toEqual(ends.filter((end) => end <= length))
    expect(error).toEqual(
      offsets.at(-1) === length || length === 0
        ? undefined
        : expect.objectContaining({ problem: 'truncated' }),
    )
  }
})

test('a cut compressed file gives the same documents each time, and says that it was cut', async () => {
  const { bytes } = ofKind('pages.bson.gz')
  const path = inFolder('cut-packed.bson.gz')
  await writeFile(path, bytes.subarray(0, bytes.length - 12))
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => outcomeOf(path)))
  expect(outcomes[0]?.offsets.length).toBeGreaterThan(5)
  for (const { error, offsets } of outcomes) {
    expect(offsets).toEqual(outcomes[0]?.offsets)
    expect(error).toMatchObject({ problem: 'truncated' })
  }
})

test.each(['more', '\x1f\x8b and no more', '\0'.repeat(512)])(
  'bytes behind compressed data are not passed over: %j',
  async (behind) => {
    const { bytes } = ofKind('pages.bson.gz')
    const path = inFolder('behind.bson.gz')
    await writeFile(path, Buffer.concat([bytes, Buffer.from(behind, 'latin1')]))
    const { error } = await outcomeOf(path)
    expect(error).toBeInstanceOf(SourceError)
    expect(error).toMatchObject({ reason: expect.stringMatching(/compressed data/) })
  },
)

test('a file that was compressed in parts is read to its end', async () => {
  const path = inFolder('parts.bson.gz')
  await writeFile(path, Buffer.concat([gzipSync(bson), gzipSync(bson)]))
  const { error, offsets } = await outcomeOf(path)
  expect(error).toBeUndefined()
  expect(offsets.at(-1)).toBe(2 * bson.length)
})

test.each([
  ['a length of 4', Buffer.of(4, 0, 0, 0, 0), 'framing', 0],
  ['a negative length', Buffer.of(0xff, 0xff, 0xff, 0xff, 0), 'framing', 0],
  ['a length of 2 GB', Buffer.of(0xff, 0xff, 0xff, 0x7f, 0), 'framing', 0],
  ['no final zero', Buffer.of(5, 0, 0, 0, 1), 'framing', 0],
  ['half a length', Buffer.of(5, 0, 0, 0, 0, 7, 0), 'truncated', 5],
])('%s is refused at its byte', async (name, bytes, problem, offset) => {
  const path = inFolder(`${name.replaceAll(' ', '-')}.bson`)
  await writeFile(path, bytes)
  expect((await outcomeOf(path)).error).toMatchObject({ problem, offset })
})

/** A document with binary data that fills it. */
function documentOf(length: number): Buffer {
  const bytes = new Uint8Array(length - 13)
  return writeBson(BsonDocument.of(['b', { type: 'binData', subtype: 0, bytes }]))
}

test('a document may be as large as MongoDB allows, and no larger', async () => {
  const path = inFolder('largest.bson')
  await writeFile(path, Buffer.concat([documentOf(MAX_DOCUMENT_BYTES), documentOf(20)]))
  expect(await outcomeOf(path)).toEqual({
    offsets: [MAX_DOCUMENT_BYTES, MAX_DOCUMENT_BYTES + 20],
    error: undefined,
  })
  await writeFile(path, documentOf(MAX_DOCUMENT_BYTES + 1))
  expect((await outcomeOf(path)).error).toMatchObject({ problem: 'framing', offset: 0 })
})

test('a line that is too long is broken, and the next one is read', async () => {
  const path = inFolder('long.json')
  const long = Buffer.alloc(MAX_JSON_BYTES + 1_000_000, 'x')
  await writeFile(path, Buffer.concat([Buffer.from('{"a":"'), long, Buffer.from('"}\n{"b":1}\n')]))
  const { streams } = await openSource(path)
  const kinds: string[] = []
  for (const stream of streams) for await (const { kind } of readStream(stream)) kinds.push(kind)
  expect(kinds).toEqual(['broken', 'document'])
})
