import { type BsonValue } from '../bson/BsonValue'
import { decimalText } from '../bson/decimalText'
import { isNo, lossy, ok, type Converted } from './Converted'
import { expandDecimal } from './expandDecimal'

/** A text for a column of the type `numeric`, which holds every number of MongoDB, NaN and infinities (PostgreSQL 14). */
export function toNumeric(value: BsonValue): Converted<string> {
  switch (value.type) {
    case 'int':
    case 'long':
      return ok(String(value.value))
    case 'double':
      return Object.is(value.value, -0) ? lossy('0', 'minus zero') : ok(plain(String(value.value)))
    case 'decimal':
      return fromDecimal(decimalText(value.bytes))
    default:
      return isNo(value.type, 'number')
  }
}

function fromDecimal(text: string): Converted<string> {
  const number = plain(text)
  return /^-[0.]+$/.test(number) ? lossy(number.slice(1), 'minus zero') : ok(number)
}

/** Without an exponent, so that the scale stays: `1.00` has two decimals in `numeric` too. */
function plain(text: string): string {
  const expanded = expandDecimal(text)
  if (!expanded) return text
  return expanded.fraction === '' ? expanded.whole : `${expanded.whole}.${expanded.fraction}`
}
