import { BsonError } from '../bson/BsonError'
import { BsonDocument, type BsonValue } from '../bson/BsonValue'
import { type Timeseries } from './readMetadata'
import { type BucketColumns, readColumns } from './readColumns'

/**
 * The measurements in a bucket, which is how a server stores a time series: one document for many, a list for each field. They are
 * put together as a query answers them: the time, the field that they have in common, then the others. Those of version 1 are plain
 * lists; servers since 5.2 compress them, sorted by time (2) or in the order in which they came (3).
 *
 * @param bytes - those of the bucket, to say where a column is damaged
 * @throws BsonError for what is no bucket, and for one of which a column cannot be trusted
 */
export function unpackBucket(
  bucket: BsonDocument,
  { timeField, metaField }: Timeseries,
  bytes: Uint8Array,
): BsonDocument[] {
  const control = documentOf(bucket.get('control'))
  const data = documentOf(bucket.get('data'))
  const version = control?.get('version')
  if (version?.type === 'int' && version.value > 3)
    throw new BsonError(
      `a bucket of a time series in a form that is not known (version ${version.value}): bring this collection over with mongoexport`,
      0,
    )
  const isCompressed = version?.type === 'int' && version.value > 1
  const columns = !data
    ? undefined
    : isCompressed
      ? readColumns(data, control?.get('count'), timeField, bytes)
      : readLists(data, timeField)
  if (!columns) throw new BsonError('no bucket of a time series', 0)
  const meta = bucket.get('meta')
  const common = metaField !== undefined && meta ? ([metaField, meta] as const) : undefined
  return columns.times.map((time, index) => measurement([timeField, time], common, columns, index))
}

type Entry = readonly [key: string, value: BsonValue]

function measurement(
  time: Entry,
  common: Entry | undefined,
  { fields }: BucketColumns,
  index: number,
): BsonDocument {
  const entries = common ? [time, common] : [time]
  for (const [field, column] of fields) {
    const value = column(index)
    if (value) entries.push([field, value])
  }
  return BsonDocument.of(...entries)
}

const documentOf = (value: BsonValue | undefined): BsonDocument | undefined =>
  value?.type === 'object' ? value : undefined

/** Documents with the number of the measurement as key. */
function readLists(data: BsonDocument, timeField: string): BucketColumns | undefined {
  const times = documentOf(data.get(timeField))
  if (!times) return undefined
  const fields = [...data.entries()].flatMap(([field, column]) => {
    if (field === timeField || column.type !== 'object') return []
    const byIndex = new Map(column.entries())
    return [[field, (index: number) => byIndex.get(times.keys[index] ?? '')] as const]
  })
  return { times: times.values, fields }
}
