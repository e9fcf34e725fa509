import { type BsonValue } from './BsonValue'
import { type ColumnBudget } from './column/ColumnBudget'
import { ColumnCursor } from './column/ColumnCursor'
import { ColumnStream } from './column/ColumnStream'
import { isInterleaved, readInterleaved } from './column/readInterleaved'

/**
 * Reads a column of a compressed bucket (binary data of subtype 7): a value for each measurement, undefined where it has none. Where
 * the facts of the format come from is in decision 0030.
 *
 * @param count - how many measurements the bucket says that it has; a column with other than that many is not trusted
 * @throws BsonError with the offset in the column of what is wrong
 */
export function readBsonColumn(
  bytes: Uint8Array,
  count: number,
  budget: ColumnBudget,
): (BsonValue | undefined)[] {
  const cursor = new ColumnCursor(bytes, budget)
  const values: (BsonValue | undefined)[] = []
  for (const value of readValues(cursor)) {
    if (values.length === count) cursor.fail(`more values than the ${count} that are counted`)
    values.push(value)
  }
  if (!cursor.isAtEnd) cursor.fail('bytes after the end of the column')
  if (values.length !== count)
    cursor.fail(`${values.length} values instead of the ${count} that are counted`)
  return values
}

function* readValues(cursor: ColumnCursor): Generator<BsonValue | undefined> {
  let stream = new ColumnStream(cursor)
  while (true) {
    const control = stream.isBetween ? cursor.peek() : undefined
    if (control === 0) break
    if (control !== undefined && isInterleaved(control)) {
      yield* readInterleaved(cursor)
      // What comes behind is counted from nothing of them.
      stream = new ColumnStream(cursor)
    } else {
      const value = stream.next()
      cursor.count(value ? 1 : 0)
      yield value
    }
  }
  cursor.pass(1)
}
