import { BsonDocument, type BsonValue } from './BsonValue'
import { decimalText } from './decimalText'
import { writeOrdered } from './writeExtendedJson'

/**
 * The text of an `_id`, or of a reference to one: canonical Extended JSON, with the keys in their order, which counts in ids.
 *
 * Numbers that MongoDB takes for the same id have the same text: 1, NumberLong(1), 1.0 and NumberDecimal("1.00") are one id, and
 * relaxed exports do not tell them apart. So have an ObjectId and its 24 digits as a text: applications write references as either,
 * and older Payload did so within one collection.
 */
export const idText = (id: BsonValue): string => writeOrdered(alike(id))

const OBJECT_ID = /^[0-9a-f]{24}$/i

/** Values that mean the same id, as one of them. */
function alike(value: BsonValue): BsonValue {
  switch (value.type) {
    case 'string':
      return OBJECT_ID.test(value.value)
        ? { type: 'objectId', hex: value.value.toLowerCase() }
        : value
    case 'int':
      return { type: 'long', value: BigInt(value.value) }
    case 'double':
      return wholeOf(value.value) ?? { type: 'double', value: value.value }
    case 'decimal':
      return numberOf(decimalText(value.bytes)) ?? value
    case 'object':
      return new BsonDocument(value.keys, value.values.map(alike))
    case 'array':
      return { type: 'array', items: value.items.map(alike) }
    default:
      return value
  }
}

const LONG_LIMIT = 2 ** 63

const wholeOf = (value: number): BsonValue | undefined =>
  Number.isInteger(value) && value >= -LONG_LIMIT && value < LONG_LIMIT
    ? { type: 'long', value: BigInt(value) }
    : undefined

/** The number as a long or a double, if one of them is exactly it. */
function numberOf(text: string): BsonValue | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:E([+-]?\d+))?$/.exec(text)
  if (!match)
    return text.endsWith('Infinity') || text === 'NaN'
      ? { type: 'double', value: Number(text) }
      : undefined
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  const digits = (whole + fraction).replace(/0+$/, '')
  if (/^0*$/.test(digits)) return { type: 'long', value: 0n }
  const power = Number(exponent) - fraction.length + (whole + fraction).length - digits.length
  const number = Number(text)
  if (power >= 0)
    return power < 400 ? longOf(BigInt(sign + digits) * 10n ** BigInt(power), number) : undefined
  // Exactly a double only if it is a fraction of a power of two, whose decimals all are in its shortest text then.
  const significand = BigInt(digits)
  const isDyadic = -power < 60 && significand % 5n ** BigInt(-power) === 0n
  return isDyadic &&
    BigInt.asUintN(53, significand / 5n ** BigInt(-power)) === significand / 5n ** BigInt(-power)
    ? { type: 'double', value: number }
    : undefined
}

const longOf = (value: bigint, number: number): BsonValue | undefined => {
  if (BigInt.asIntN(64, value) === value) return { type: 'long', value }
  return BigInt(number) === value ? { type: 'double', value: number } : undefined
}
