import { BsonError } from '../bson/BsonError'
import { MAX_MEASUREMENTS } from '../bson/bsonLimits'
import { encodeText } from '../bson/bsonText'
import { type BsonDocument, type BsonOf, type BsonValue } from '../bson/BsonValue'
import { ColumnBudget } from '../bson/column/ColumnBudget'
import { readBsonColumn } from '../bson/readBsonColumn'

/** A bucket, taken apart: the time of each measurement, and the values of the other fields by the number of the measurement. */
export interface BucketColumns {
  readonly times: readonly BsonValue[]
  readonly fields: readonly (readonly [
    field: string,
    column: (index: number) => BsonValue | undefined,
  ])[]
}

const COLUMN = 7
const BINARY = 0x05

/**
 * The columns of a compressed bucket. Each must have as many values as the bucket counts, and the times must all be there, or none of
 * it is trusted.
 *
 * @throws BsonError with the offset in the bucket
 */
export function readColumns(
  data: BsonDocument,
  counted: BsonValue | undefined,
  timeField: string,
  bytes: Uint8Array,
): BucketColumns | undefined {
  const count = countOf(counted)
  const budget = new ColumnBudget()
  const read = (field: string, value: BsonValue) => readColumn(field, value, count, budget, bytes)
  const timeColumn = data.get(timeField)
  if (!timeColumn) return undefined
  const times = read(timeField, timeColumn).map((time, index) => {
    if (!time) throw new BsonError(`measurement ${index} has no time`, 0)
    return time
  })
  const fields = [...data.entries()].flatMap(([field, value]) => {
    if (field === timeField) return []
    const values = read(field, value)
    return [[field, (index: number) => values[index]] as const]
  })
  return { times, fields }
}

function countOf(counted: BsonValue | undefined): number {
  const isNumber = counted?.type === 'int' || counted?.type === 'long' || counted?.type === 'double'
  const count = isNumber ? Number(counted.value) : Number.NaN
  if (!Number.isInteger(count) || count < 0)
    throw new BsonError('a compressed bucket that does not say how many measurements it has', 0)
  if (count > MAX_MEASUREMENTS)
    throw new BsonError(`a bucket of more than ${MAX_MEASUREMENTS} measurements`, 0)
  return count
}

function readColumn(
  field: string,
  value: BsonValue,
  count: number,
  budget: ColumnBudget,
  bytes: Uint8Array,
): (BsonValue | undefined)[] {
  const name = JSON.stringify(field)
  if (value.type !== 'binData' || value.subtype !== COLUMN)
    throw new BsonError(`${name} of a compressed bucket is no column`, 0)
  try {
    return readBsonColumn(value.bytes, count, budget)
  } catch (error) {
    if (!(error instanceof BsonError)) throw error
    const start = startOf(field, value, bytes)
    throw new BsonError(`the column ${name}: ${error.reason}`, start + error.offset)
  }
}

/** Where the bytes of a column are in those of its bucket. Looked for, as values do not know where they were. */
function startOf(field: string, column: BsonOf<'binData'>, bytes: Uint8Array): number {
  const length = Buffer.alloc(4)
  length.writeInt32LE(column.bytes.length)
  const before = [Buffer.of(BINARY), encodeText(field), Buffer.of(0), length, Buffer.of(COLUMN)]
  const head = Buffer.concat(before)
  const whole = Buffer.concat([head, column.bytes])
  return (
    Math.max(0, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(whole)) +
    head.length
  )
}
