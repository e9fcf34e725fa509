import { adoptText } from './bsonText'
import { type BsonValue } from './BsonValue'
import { parseDecimal } from './decimalText'
import { parseIsoDate } from './parseIsoDate'

/** Which wrappers are read: every version's, or the canonical ones of version 2 alone. */
export type WrapperForms = 'all' | 'canonical'

type Fail = (reason: string) => never
type Unwrap = (value: BsonValue, fail: Fail) => BsonValue

/**
 * The value that an object of Extended JSON stands for, or undefined when it is an object and nothing else.
 *
 * An object that has a key of a wrapper and not its form is refused, as the specification says: what it meant cannot be known.
 */
export function unwrapExtended(
  keys: readonly string[],
  values: readonly BsonValue[],
  forms: WrapperForms,
  fail: Fail,
): BsonValue | undefined {
  const [first, second] = values
  if (first !== undefined && second !== undefined && keys.length === 2) {
    const pair = readPair(keys, first, second, forms, fail)
    if (pair) return pair
  }
  const name = keys.find((key) => isWrapperKey(key, forms))
  if (name === undefined) return undefined
  const unwrap = WRAPPERS[name] ?? (forms === 'all' ? OTHER_WRAPPERS[name] : undefined)
  if (first === undefined || unwrap === undefined) return undefined
  if (keys.length > 1) return fail(`${name} beside other fields`)
  return unwrap(first, (reason) => fail(`${name}: ${reason}`))
}

const WRAPPERS: Readonly<Partial<Record<string, Unwrap>>> = {
  $oid: (value, fail) => ({
    type: 'objectId',
    hex: matching(value, /^[0-9a-f]{24}$/i, fail).toLowerCase(),
  }),
  $symbol: (value, fail) => ({ type: 'symbol', value: stringOf(value, fail) }),
  $numberInt: (value, fail) => ({ type: 'int', value: Number(integer(value, 32, fail)) }),
  $numberLong: (value, fail) => ({ type: 'long', value: integer(value, 64, fail) }),
  $numberDouble: (value, fail) => ({
    type: 'double',
    value: doubleOf(stringOf(value, fail), fail),
  }),
  $numberDecimal: (value, fail) => ({
    type: 'decimal',
    bytes: parseDecimal(stringOf(value, fail)) ?? fail('no decimal number'),
  }),
  $binary: (value, fail) => {
    const [base64, subType] = fieldsOf(value, ['base64', 'subType'], fail)
    return binary(stringOf(base64, fail), matching(subType, /^[0-9a-f]{1,2}$/i, fail), fail)
  },
  $code: (value, fail) => ({ type: 'javascript', code: stringOf(value, fail) }),
  $timestamp: (value, fail) => {
    const [t, i] = fieldsOf(value, ['t', 'i'], fail)
    return { type: 'timestamp', time: unsigned(t, fail), increment: unsigned(i, fail) }
  },
  $regularExpression: (value, fail) => {
    const [pattern, options] = fieldsOf(value, ['pattern', 'options'], fail)
    return { type: 'regex', pattern: nameOf(pattern, fail), options: nameOf(options, fail) }
  },
  $dbPointer: (value, fail) => {
    const [collection, id] = fieldsOf(value, ['$ref', '$id'], fail)
    if (id.type !== 'objectId') return fail('$id is no ObjectId')
    return { type: 'dbPointer', collection: stringOf(collection, fail), hex: id.hex }
  },
  $date: (value, fail) => ({ type: 'date', millis: millisOf(value, fail) }),
  $minKey: (value, fail) => (isOne(value) ? { type: 'minKey' } : fail('not 1')),
  $maxKey: (value, fail) => (isOne(value) ? { type: 'maxKey' } : fail('not 1')),
  $undefined: (value, fail) =>
    value.type === 'bool' && value.value ? { type: 'undefined' } : fail('not true'),
}

const OTHER_WRAPPERS: Readonly<Partial<Record<string, Unwrap>>> = {
  $uuid: (value, fail) => {
    const text = matching(value, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, fail)
    return { type: 'binData', subtype: 4, bytes: bytesOf(text.replaceAll('-', ''), 'hex') }
  },
}

/** Whether a document with this key would be read as something else. */
export const isWrapperKey = (key: string, forms: WrapperForms): boolean =>
  key.startsWith('$') &&
  (Object.hasOwn(WRAPPERS, key) || (forms === 'all' && Object.hasOwn(OTHER_WRAPPERS, key)))

/** The wrappers of two fields: code with its scope, and binary data and expressions of version 1. */
function readPair(
  keys: readonly string[],
  first: BsonValue,
  second: BsonValue,
  forms: WrapperForms,
  fail: Fail,
): BsonValue | undefined {
  const named = (one: string, two: string): readonly [BsonValue, BsonValue] | undefined => {
    if (keys[0] === one && keys[1] === two) return [first, second]
    return keys[0] === two && keys[1] === one ? [second, first] : undefined
  }
  const code = named('$code', '$scope')
  if (code) {
    const [text, scope] = code
    if (scope.type !== 'object') return fail('$scope: no document')
    return { type: 'javascriptWithScope', code: stringOf(text, fail), scope }
  }
  if (forms !== 'all') return undefined
  const [base64, type] = named('$binary', '$type') ?? []
  if (base64?.type === 'string' && type) return binary(base64.value, subtypeOf(type, fail), fail)
  const [pattern, options] = named('$regex', '$options') ?? []
  return pattern?.type === 'string' && options?.type === 'string'
    ? { type: 'regex', pattern: nameOf(pattern, fail), options: nameOf(options, fail) }
    : undefined
}

function bytesOf(text: string, encoding: 'base64' | 'hex'): Uint8Array {
  const { buffer, byteLength, byteOffset } = Buffer.from(text, encoding)
  return new Uint8Array(buffer, byteOffset, byteLength)
}

function binary(base64: string, subtype: string, fail: Fail): BsonValue {
  // Also the alphabet for addresses, as a specification of 2023 allows nothing else to be kept out; padding may be missing.
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(base64)) return fail('no base64')
  return {
    type: 'binData',
    subtype: Number.parseInt(subtype, 16),
    bytes: bytesOf(base64, 'base64'),
  }
}

/** Version 1 has two digits; some of its writers had a number. */
const subtypeOf = (value: BsonValue, fail: Fail): string =>
  value.type === 'int' && value.value >= 0 && value.value <= 0xff
    ? value.value.toString(16)
    : matching(value, /^[0-9a-f]{1,2}$/i, fail)

const stringOf = (value: BsonValue, fail: Fail): string =>
  value.type === 'string' ? value.value : fail('no text')

/** A text that ends with a zero in BSON, and has none inside. */
const nameOf = (value: BsonValue, fail: Fail): string => {
  const text = adoptText(stringOf(value, fail))
  return text.includes('\0') ? fail('U+0000 in it') : text
}

function matching(value: BsonValue, form: RegExp, fail: Fail): string {
  const text = stringOf(value, fail)
  return form.test(text) ? text : fail('not of its form')
}

function integer(value: BsonValue, bits: number, fail: Fail): bigint {
  const number = BigInt(matching(value, /^-?\d{1,20}$/, fail))
  return BigInt.asIntN(bits, number) === number ? number : fail(`not of ${bits} bits`)
}

function doubleOf(text: string, fail: Fail): number {
  const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)
  return isNumber || /^(NaN|-?Infinity)$/.test(text) ? Number(text) : fail('no number')
}

function unsigned(value: BsonValue, fail: Fail): number {
  const number =
    value.type === 'int' ? value.value : value.type === 'long' ? Number(value.value) : -1
  return number >= 0 && number <= 0xffff_ffff ? number : fail('not of 32 bits without a sign')
}

function millisOf(value: BsonValue, fail: Fail): bigint {
  switch (value.type) {
    case 'int':
      return BigInt(value.value)
    case 'long':
      return value.value
    case 'string':
      return parseIsoDate(value.value) ?? fail('no date')
    default:
      return fail('no date')
  }
}

const isOne = (value: BsonValue): boolean => value.type === 'int' && value.value === 1

/** The two fields of a wrapper's content, in any order, and no others. */
function fieldsOf(
  value: BsonValue,
  [one, two]: readonly [one: string, two: string],
  fail: Fail,
): readonly [BsonValue, BsonValue] {
  if (value.type !== 'object' || value.size !== 2) return fail('not of its form')
  const first = value.get(one)
  const second = value.get(two)
  return first && second ? [first, second] : fail('not of its form')
}
