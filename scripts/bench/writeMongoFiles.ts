import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

import { BsonDocument, type BsonValue } from '../../src/import/bson/BsonValue'
import { writeBson } from '../../src/import/bson/writeBson'
import { writeExtendedJson } from '../../src/import/bson/writeExtendedJson'

const SMALL = 1_000_000
const LARGE = 10_000
/** Paragraphs in a large document: 64 kB in all. */
const PARAGRAPHS = 100

const FILES = [
  { name: 'small.bson', count: SMALL, make: small, write: writeBson },
  { name: 'small.bson.gz', count: SMALL, make: small, write: writeBson },
  { name: 'small.json', count: SMALL, make: small, write: jsonLine },
  { name: 'large.bson', count: LARGE, make: large, write: writeBson },
  { name: 'large.bson.gz', count: LARGE, make: large, write: writeBson },
  { name: 'large.json', count: LARGE, make: large, write: jsonLine },
] as const

/** Writes what is not there yet. */
export async function writeMongoFiles(folder: string): Promise<{ name: string; path: string }[]> {
  const written = []
  for (const { count, make, name, write } of FILES) {
    const path = join(folder, name)
    const isThere = await stat(path).then(
      () => true,
      () => false,
    )
    if (!isThere) await writeFile(path, count, (index) => write(make(index)))
    written.push({ name, path })
  }
  return written
}

async function writeFile(
  path: string,
  count: number,
  document: (index: number) => Buffer,
): Promise<void> {
  const file = createWriteStream(path)
  const packed = path.endsWith('.gz') ? createGzip({ level: 1 }) : undefined
  packed?.pipe(file)
  const out = packed ?? file
  for (let index = 0; index < count; index += 1)
    if (!out.write(document(index))) await once(out, 'drain')
  out.end()
  await finished(file)
}

function jsonLine(document: BsonDocument): Buffer {
  return Buffer.from(`${writeExtendedJson(document).json}\n`)
}

const text = (value: string): BsonValue => ({ type: 'string', value })
const int = (value: number): BsonValue => ({ type: 'int', value })
const id = (index: number): BsonValue => ({
  type: 'objectId',
  hex: index.toString(16).padStart(24, '0'),
})
const date = (index: number): BsonValue => ({
  type: 'date',
  millis: BigInt(1_600_000_000_000 + index * 1000),
})

/** A lead: 12 fields, 300 bytes. */
function small(index: number): BsonDocument {
  return BsonDocument.of(
    ['_id', id(index)],
    ['tenant_id', id(index % 100)],
    ['name', text(`Person ${index}`)],
    ['email', text(`person${index}@example.test`)],
    ['message', text('I would like to know more about the rooms on the first floor.')],
    ['score', { type: 'double', value: index / 7 }],
    ['visits', int(index % 50)],
    ['isOpen', { type: 'bool', value: index % 2 === 0 }],
    ['tags', { type: 'array', items: [text('web'), text('spring')] }],
    ['source', BsonDocument.of(['page', text('/rooms')], ['campaign', { type: 'null' }])],
    ['createdAt', date(index)],
    ['updatedAt', date(index + 1)],
  )
}

/** A page: paragraphs of rich text. */
function large(index: number): BsonDocument {
  const paragraph = (nth: number): BsonDocument =>
    BsonDocument.of(
      ['type', text('paragraph')],
      ['version', int(1)],
      [
        'children',
        { type: 'array', items: [text(`${index} ${nth} ${'words and words '.repeat(35)}`)] },
      ],
    )
  return BsonDocument.of(
    ['_id', id(index)],
    ['title', text(`Page ${index}`)],
    [
      'content',
      { type: 'array', items: Array.from({ length: PARAGRAPHS }, (_, nth) => paragraph(nth)) },
    ],
    ['createdAt', date(index)],
  )
}
