import { type BsonValue } from '../bson/BsonValue'
import { decimalText } from '../bson/decimalText'
import { impossible, isNo, lossy, ok, type Converted } from './Converted'
import { expandDecimal } from './expandDecimal'

/** A whole number of a given number of bits, for columns of the types `integer` (32) and `bigint` (64). */
export function toBigint(value: BsonValue, bits: 32 | 64 = 64): Converted<bigint> {
  switch (value.type) {
    case 'int':
      return ok(BigInt(value.value))
    case 'long':
      return fitting(value.value, bits)
    case 'double':
      return fromDouble(value.value, bits)
    case 'decimal':
      return fromDecimal(decimalText(value.bytes), bits)
    default:
      return isNo(value.type, 'number')
  }
}

const fitting = (value: bigint, bits: number): Converted<bigint> =>
  BigInt.asIntN(bits, value) === value
    ? ok(value)
    : impossible(`${value} does not fit into ${bits} bits`)

function fromDouble(value: number, bits: number): Converted<bigint> {
  if (!Number.isFinite(value)) return impossible(`${value} is no whole number`)
  const fit = fitting(BigInt(Math.trunc(value)), bits)
  if (fit.kind !== 'ok' || (Number.isInteger(value) && !Object.is(value, -0))) return fit
  return lossy(fit.value, value === 0 ? 'minus zero' : `the decimals of ${value}`)
}

function fromDecimal(text: string, bits: number): Converted<bigint> {
  const { whole, fraction } = expandDecimal(text) ?? {}
  if (whole === undefined || fraction === undefined) return impossible(`${text} is no whole number`)
  // Longer ones do not fit, and are not worth a number of 6,000 digits.
  if (whole.length > 24) return impossible(`${text} does not fit into ${bits} bits`)
  const fit = fitting(BigInt(whole), bits)
  if (fit.kind !== 'ok' || /^0*$/.test(fraction)) return fit
  return lossy(fit.value, `the decimals of ${text}`)
}
