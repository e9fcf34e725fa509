import { BsonDocument, type BsonValue } from '../BsonValue'
import { type ColumnCursor } from './ColumnCursor'
import { ColumnStream } from './ColumnStream'

const DOCUMENT = 0x03
const ARRAY = 0x04

interface Mode {
  readonly root: typeof DOCUMENT | typeof ARRAY
  /** Whether lists inside are taken apart as documents are; servers before 6.0 did not. */
  readonly hasArrays: boolean
}

const MODES = new Map<number, Mode>([
  [0xf0, { root: DOCUMENT, hasArrays: false }],
  [0xf1, { root: DOCUMENT, hasArrays: true }],
  [0xf2, { root: ARRAY, hasArrays: true }],
])

export const isInterleaved = (control: number): boolean => MODES.has(control)

/** A part of the documents: a field, or a document or list of parts. */
type Part =
  | { readonly stream: ColumnStream }
  | { readonly isArray: boolean; readonly keys: readonly string[]; readonly parts: readonly Part[] }

/**
 * Documents that are taken apart: at first one with all fields that any of them has, which is none of them; then a column of each
 * of its fields, in turns, as they are needed when one document is put together after the other.
 */
export function* readInterleaved(cursor: ColumnCursor): Generator<BsonValue | undefined> {
  const start = cursor.at
  const mode = MODES.get(cursor.peek())
  if (!mode) return cursor.fail('no documents that are taken apart')
  cursor.pass(1)
  const whole = takeApart(cursor.value(mode.root), cursor, mode.hasArrays)
  const [first, ...others] = streamsOf(whole)
  if (!first) return cursor.fail('documents without a field are taken apart', start)
  if (cursor.peek() === 0) cursor.fail('no document follows what they have in common')
  while (!(first.isBetween && cursor.peek() === 0)) yield putTogether(whole, cursor)
  if (!others.every(({ isBetween }) => isBetween))
    cursor.fail('fields of documents do not end together')
  cursor.pass(1)
}

function takeApart(value: BsonValue, cursor: ColumnCursor, hasArrays: boolean): Part {
  const apart = (child: BsonValue): Part =>
    child.type === 'object' || (child.type === 'array' && hasArrays)
      ? takeApart(child, cursor, hasArrays)
      : { stream: new ColumnStream(cursor, child) }
  if (value.type === 'object')
    return { isArray: false, keys: value.keys, parts: value.values.map(apart) }
  if (value.type === 'array')
    return {
      isArray: true,
      keys: value.keys ?? value.items.map((_, index) => String(index)),
      parts: value.items.map(apart),
    }
  return apart(value)
}

const streamsOf = (part: Part): ColumnStream[] =>
  'stream' in part ? [part.stream] : part.parts.flatMap(streamsOf)

/** One of the documents. A part that nothing is in is missing, unless it is always empty. */
function putTogether(part: Part, cursor: ColumnCursor): BsonValue | undefined {
  if ('stream' in part) {
    const value = part.stream.next()
    cursor.count(value ? 1 : 0)
    return value
  }
  cursor.count(1)
  const keys: string[] = []
  const values: BsonValue[] = []
  for (const [index, child] of part.parts.entries()) {
    const value = putTogether(child, cursor)
    if (value === undefined) continue
    keys.push(part.keys[index] ?? '')
    values.push(value)
  }
  if (values.length === 0 && part.parts.length > 0) return undefined
  return part.isArray ? arrayOf(keys, values) : new BsonDocument(keys, values)
}

const arrayOf = (keys: readonly string[], items: readonly BsonValue[]): BsonValue =>
  keys.every((key, index) => key === String(index))
    ? { type: 'array', items }
    : { type: 'array', items, keys }
