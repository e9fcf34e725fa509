import { BsonDocument, type BsonValue } from '@/import/bson/BsonValue'
import { writeBson } from '@/import/bson/writeBson'
import { Crc64 } from '@/import/read/crc64'

import { metadataJson, type MongoCollection } from './mongoDump'

const MAGIC = Buffer.of(0x6d, 0xe2, 0x99, 0x81)
const TERMINATOR = Buffer.of(0xff, 0xff, 0xff, 0xff)

const text = (value: string): BsonValue => ({ type: 'string', value })
const int = (value: number): BsonValue => ({ type: 'int', value })

export interface ArchiveOptions {
  /** How many documents of a collection come before it is another one's turn. */
  readonly turn?: number
  /** Changes what is said about a collection at its end. */
  readonly checksum?: (checksum: bigint) => bigint
}

/** The bytes that `mongodump --archive` writes. */
export function buildArchive(
  collections: readonly MongoCollection[],
  { checksum = (said) => said, turn = 3 }: ArchiveOptions = {},
): Buffer {
  return Buffer.concat([
    archiveStart(collections),
    ...takeTurns(collections, turn),
    ...collections.map((collection) => end(collection, checksum)),
  ])
}

type Described = Omit<MongoCollection, 'documents'>

/** What an archive begins with: its format, and the collections that will come. */
export const archiveStart = (collections: readonly Described[]): Buffer =>
  Buffer.concat([
    MAGIC,
    writeBson(
      BsonDocument.of(
        ['concurrent_collections', int(4)],
        ['version', text('0.1')],
        ['server_version', text('7.0.16')],
        ['tool_version', text('100.11.0')],
      ),
    ),
    ...collections.map((collection) => writeBson(announcement(collection))),
    TERMINATOR,
  ])

/** Documents of one collection, one behind the other, before it is another one's turn. */
export const archiveBlock = (collection: Described, documents: readonly Buffer[]): Buffer =>
  Buffer.concat([header(collection, false, 0n), ...documents, TERMINATOR])

/** Says that a collection has no more documents, and the checksum of all. */
export const archiveEnd = (collection: Described, checksum: bigint): Buffer =>
  Buffer.concat([header(collection, true, checksum), TERMINATOR])

const announcement = (collection: Described): BsonDocument =>
  BsonDocument.of(
    ['db', text(collection.database)],
    ['collection', text(collection.name)],
    ['metadata', text(collection.hasMetadata === false ? '' : metadataJson(collection))],
    ['size', int(0)],
    ['type', text(collection.type ?? '')],
  )

const header = ({ database, name, type }: Described, ended: boolean, crc: bigint): Buffer =>
  writeBson(
    BsonDocument.of(
      ['db', text(database)],
      ['collection', text(type === 'timeseries' ? `system.buckets.${name}` : name)],
      ['EOF', { type: 'bool', value: ended }],
      ['CRC', { type: 'long', value: crc }],
    ),
  )

function takeTurns(collections: readonly MongoCollection[], turn: number): Buffer[] {
  const longest = Math.max(0, ...collections.map(({ documents }) => documents.length))
  const rounds = Array.from({ length: Math.ceil(longest / turn) }, (_, round) => round * turn)
  return rounds.flatMap((start) =>
    collections.flatMap((collection) => {
      const documents = collection.documents.slice(start, start + turn).map(writeBson)
      return documents.length > 0 ? [archiveBlock(collection, documents)] : []
    }),
  )
}

function end(collection: MongoCollection, said: (checksum: bigint) => bigint): Buffer {
  const checksum = new Crc64()
  for (const document of collection.documents) checksum.update(writeBson(document))
  return archiveEnd(collection, said(checksum.digest()))
}
