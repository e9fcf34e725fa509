import { BsonError } from '../bson/BsonError'
import { readBson } from '../bson/readBson'
import {
  type SourceCheckpoint,
  type SourceCollection,
  type SourceItem,
  type SourcePlace,
} from './Source'
import { unpackBucket } from './unpackBucket'

interface Framed {
  readonly collection: SourceCollection
  readonly place: SourcePlace
  readonly bytes: Buffer
  /** How many parts of it were read before. */
  readonly part: number
}

/** What a document is: itself; the measurements in a bucket of a time series; or broken. */
export function buildItems({ collection, place, bytes, part }: Framed): SourceItem[] {
  const next = behind(place)
  try {
    const document = readBson(bytes)
    const { timeseries } = collection.metadata ?? {}
    if (collection.kind !== 'timeseries' || timeseries === undefined)
      return [{ kind: 'document', collection, place, next, document }]
    const measurements = unpackBucket(document, timeseries, bytes)
    return measurements
      .map((measurement, index): SourceItem => ({
        kind: 'document',
        collection,
        document: measurement,
        place: { ...place, part: index },
        next:
          index === measurements.length - 1
            ? next
            : { offset: place.offset, number: place.number - 1, part: index + 1 },
      }))
      .slice(part)
  } catch (error) {
    if (!(error instanceof BsonError)) throw error
    const { reason, offset } = error
    const raw = Uint8Array.from(bytes)
    return [{ kind: 'broken', collection, place, next, reason, raw, at: place.offset + offset }]
  }
}

/** The checkpoint behind a whole document. */
export const behind = ({ offset, length, number }: SourcePlace): SourceCheckpoint => ({
  offset: offset + length,
  number,
  part: 0,
})
