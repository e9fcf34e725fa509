import { BsonError } from '../bson/BsonError'
import { BsonDocument, type BsonValue } from '../bson/BsonValue'
import { type Timeseries } from './readMetadata'

/**
 * The measurements in a bucket, which is how a server stores a time series: one document for many, a list for each field. They are
 * put together as a query answers them: the time, the field that they have in common, then the others.
 *
 * @throws BsonError for what is no bucket, and for compressed ones. Servers since 5.2 compress a bucket that is full, in a format
 * (BSON column) that MongoDB describes nowhere but in its source. A wrong measurement would not be noticed, so none is guessed.
 */
export function unpackBucket(
  bucket: BsonDocument,
  { timeField, metaField }: Timeseries,
): BsonDocument[] {
  const version = documentOf(bucket.get('control'))?.get('version')
  const data = documentOf(bucket.get('data'))
  const times = documentOf(data?.get(timeField))
  if (version?.type === 'int' && version.value > 1)
    throw new BsonError(
      `a compressed bucket of a time series (version ${version.value}): bring this collection over with mongoexport`,
      0,
    )
  if (!data || !times) throw new BsonError('no bucket of a time series', 0)
  const meta = bucket.get('meta')
  const common = metaField !== undefined && meta ? [[metaField, meta] as const] : []
  const columns = [...data.entries()].flatMap(([field, column]) =>
    field !== timeField && column.type === 'object' ? [[field, byIndex(column)] as const] : [],
  )
  return [...times.entries()].map(([index, time]) =>
    BsonDocument.of(
      [timeField, time],
      ...common,
      ...columns.flatMap(([field, values]) => {
        const value = values.get(index)
        return value ? [[field, value] as const] : []
      }),
    ),
  )
}

const documentOf = (value: BsonValue | undefined): BsonDocument | undefined =>
  value?.type === 'object' ? value : undefined

const byIndex = (column: BsonDocument): Map<string, BsonValue> => new Map(column.entries())
