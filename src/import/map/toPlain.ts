import { type BsonArray, type BsonDocument, type BsonValue } from '../bson/BsonValue'
import { decimalText } from '../bson/decimalText'
import { type Converted, impossible, lossy, ok } from '../convert/Converted'
import { toDouble } from '../convert/toDouble'
import { toText } from '../convert/toText'
import { toTimestamptz } from '../convert/toTimestamptz'
import { toUuid } from '../convert/toUuid'
import { type MappedValue } from './MappedValue'

/**
 * What JSON has for a value, for a rule without `as`. Numbers that a double does not hold become texts, which is told. What JSON has
 * nothing for is refused as a whole, so that it stays in the rest as it was: a part of a list is no list.
 */
export function toPlain(value: BsonValue): Converted<MappedValue> {
  switch (value.type) {
    case 'null':
      return ok(null)
    case 'undefined':
      return lossy(null, 'undefined becomes null')
    case 'bool':
      return ok(value.value)
    case 'string':
    case 'symbol':
    case 'objectId':
      return toText(value)
    case 'date':
      return toTimestamptz(value)
    case 'binData':
      return toUuid(value)
    case 'int':
    case 'double':
      return plainNumber(value.value)
    case 'long':
      return exactNumber(value, String(value.value))
    case 'decimal':
      return exactNumber(value, decimalText(value.bytes))
    case 'array':
      return plainList(value)
    case 'object':
      return plainObject(value)
    default:
      return impossible(`JSON has nothing for a value of the type ${value.type}`)
  }
}

const plainNumber = (value: number): Converted<number> =>
  Number.isFinite(value)
    ? Object.is(value, -0)
      ? lossy(0, 'minus zero')
      : ok(value)
    : impossible(`JSON has nothing for ${value}`)

function exactNumber(value: BsonValue, text: string): Converted<MappedValue> {
  const number = toDouble(value)
  return number.kind === 'ok' && Number.isFinite(number.value)
    ? plainNumber(number.value)
    : lossy(text, `the number ${text} becomes a text`)
}

function plainList({ items, keys }: BsonArray): Converted<MappedValue> {
  const parts = items.map(toPlain)
  const list = together(parts, (values) => values)
  return keys && list.kind === 'ok' ? lossy(list.value, 'elements are numbered anew') : list
}

function plainObject(document: BsonDocument): Converted<MappedValue> {
  const keys = document.keys.map((key) => toText({ type: 'string', value: key }))
  const names = keys.flatMap((key) => (key.kind === 'impossible' ? [] : [key.value]))
  if (new Set(names).size < names.length) return impossible('two fields have the same name')
  // `fromEntries` defines `__proto__` as a name like any other.
  const object = together(document.values.map(toPlain), (values) =>
    Object.fromEntries(names.map((name, index) => [name, values[index] ?? null])),
  )
  const changed = keys.find((key) => key.kind === 'lossy')
  return changed?.kind === 'lossy' && object.kind === 'ok'
    ? lossy(object.value, changed.reason)
    : object
}

/** All of the parts, or the first that is impossible. What is lost is told once for each reason. */
function together(
  parts: readonly Converted<MappedValue>[],
  build: (values: readonly MappedValue[]) => MappedValue,
): Converted<MappedValue> {
  const reasons = new Set<string>()
  const values: MappedValue[] = []
  for (const part of parts) {
    if (part.kind === 'impossible') return part
    if (part.kind === 'lossy') reasons.add(part.reason)
    values.push(part.value)
  }
  return reasons.size === 0 ? ok(build(values)) : lossy(build(values), [...reasons].join('; '))
}
