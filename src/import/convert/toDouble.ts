import { type BsonValue } from '../bson/BsonValue'
import { decimalText } from '../bson/decimalText'
import { expandDecimal } from './expandDecimal'
import { isNo, lossy, ok, type Converted } from './Converted'

/** A number for a column of the type `double precision`, and for Payload's number fields in JavaScript. */
export function toDouble(value: BsonValue): Converted<number> {
  switch (value.type) {
    case 'int':
    case 'double':
      return ok(value.value)
    case 'long':
      return exactly(String(value.value))
    case 'decimal':
      return exactly(decimalText(value.bytes))
    default:
      return isNo(value.type, 'number')
  }
}

function exactly(text: string): Converted<number> {
  const number = Number(text)
  return isSame(text, number) ? ok(number) : lossy(number, `${text} becomes ${number}`)
}

/** Whether the double, in its shortest text, is the same number. */
function isSame(text: string, number: number): boolean {
  const [exact, rounded] = [expandDecimal(text), expandDecimal(wholeText(number))]
  if (!exact || !rounded) return text === String(number)
  const trimmed = (fraction: string): string => fraction.replace(/0+$/, '')
  return exact.whole === rounded.whole && trimmed(exact.fraction) === trimmed(rounded.fraction)
}

/** The shortest text of a large double is rounded: 2^63 would end in 5808, and is written with 5800. */
function wholeText(number: number): string {
  if (Object.is(number, -0)) return '-0'
  return Number.isInteger(number) ? String(BigInt(number)) : String(number)
}
