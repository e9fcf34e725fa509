import { BsonDocument, type BsonValue } from '@/import/bson/BsonValue'

import { type ColumnValues, writeBsonColumn } from './writeBsonColumn'

interface CompressedBucket {
  /** Sorted by time (2), or in the order in which the measurements came (3). */
  readonly version?: number
  readonly meta?: BsonValue
  /** The times among them. */
  readonly columns: Readonly<Record<string, ColumnValues>>
  /** Left out, what the first column has. */
  readonly count?: number
}

/** A bucket of a time series, as servers since 5.2 store it. */
export function compressedBucket({
  version = 2,
  meta,
  columns,
  count = Object.values(columns)[0]?.length ?? 0,
}: CompressedBucket): BsonDocument {
  return BsonDocument.of(
    [
      'control',
      BsonDocument.of(
        ['version', { type: 'int', value: version }],
        ['count', { type: 'int', value: count }],
      ),
    ],
    ...(meta ? [['meta', meta] as const] : []),
    [
      'data',
      BsonDocument.of(
        ...Object.entries(columns).map(
          ([field, values]) => [field, columnOf(writeBsonColumn(values))] as const,
        ),
      ),
    ],
  )
}

export const columnOf = (bytes: Uint8Array): BsonValue => ({ type: 'binData', subtype: 7, bytes })
