import { type BsonDocument } from '@/import/bson/BsonValue'
import { writeBson } from '@/import/bson/writeBson'
import { Crc64 } from '@/import/read/crc64'

import { archiveBlock, archiveEnd, archiveStart } from '../../mongoArchive'
import { documentsOf } from '../parts'
import { type Platform, type PlatformCollection } from '../Platform'
import { writeStreamed } from './writeStreamed'

/** Writes what `mongodump --archive` makes of a platform: its collections in turns of so many documents. */
export const archivePlatform = (
  platform: Platform,
  file: string,
  { gzip = false, turn = 50 }: { gzip?: boolean; turn?: number } = {},
): Promise<void> => writeStreamed(file, archiveOf(platform.collections, turn), { gzip, suffix: '' })

interface Open {
  readonly collection: PlatformCollection
  readonly documents: Iterator<BsonDocument>
  readonly checksum: Crc64
}

function* archiveOf(collections: readonly PlatformCollection[], turn: number): Generator<Buffer> {
  yield archiveStart(collections)
  let open: readonly Open[] = collections.map((collection) => ({
    collection,
    documents: documentsOf(collection),
    checksum: new Crc64(),
  }))
  while (open.length > 0) {
    const left: Open[] = []
    for (const one of open) {
      const documents = take(one, turn)
      if (documents.length > 0) yield archiveBlock(one.collection, documents)
      if (documents.length === turn) left.push(one)
      else yield archiveEnd(one.collection, one.checksum.digest())
    }
    open = left
  }
}

function take({ checksum, documents }: Open, count: number): Buffer[] {
  const taken: Buffer[] = []
  while (taken.length < count) {
    const { done, value } = documents.next()
    if (done) break
    const bytes = writeBson(value)
    checksum.update(bytes)
    taken.push(bytes)
  }
  return taken
}
