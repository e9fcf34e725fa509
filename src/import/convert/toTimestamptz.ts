import { type BsonValue } from '../bson/BsonValue'
import { impossible, isNo, lossy, ok, type Converted } from './Converted'

const DAY = 86_400_000n

/** 24 November 4714 before Christ, where PostgreSQL's timestamps start, and the end of the year 294276. */
const EARLIEST = -210_866_803_200_000n
const LATEST = 9_224_318_015_999_999n

/** Up to 100 million days from 1970: from 271,822 before Christ to 275,760. */
const JS_LIMIT = 8_640_000_000_000_000n

/** A text for a column of the type `timestamptz`: `2014-01-01 00:00:00.000+00`, with ` BC` behind it before the year 1. */
export function toTimestamptz(value: BsonValue): Converted<string> {
  if (value.type === 'timestamp')
    return withIncrement(timestamptzText(BigInt(value.time) * 1000n), value.increment)
  if (value.type !== 'date') return isNo(value.type, 'date')
  if (value.millis < EARLIEST || value.millis > LATEST)
    return impossible(`the date ${value.millis} ms is outside of what PostgreSQL holds`)
  return ok(timestamptzText(value.millis))
}

/** The same for code that works with JavaScript's dates, as Payload does. */
export function toJsDate(value: BsonValue): Converted<Date> {
  if (value.type === 'timestamp') return withIncrement(new Date(value.time * 1000), value.increment)
  if (value.type !== 'date') return isNo(value.type, 'date')
  if (value.millis < -JS_LIMIT || value.millis > JS_LIMIT)
    return impossible(`the date ${value.millis} ms is outside of what JavaScript holds`)
  return ok(new Date(Number(value.millis)))
}

const withIncrement = <Value>(value: Value, increment: number): Converted<Value> =>
  increment === 0 ? ok(value) : lossy(value, `the counter ${increment} of a timestamp`)

function timestamptzText(millis: bigint): string {
  const rest = ((millis % DAY) + DAY) % DAY
  const { year, month, day } = civilDate((millis - rest) / DAY)
  const [shown, era] = year > 0n ? [year, ''] : [1n - year, ' BC']
  const time = new Date(Number(rest)).toISOString().slice(11, 23)
  return `${String(shown).padStart(4, '0')}-${two(month)}-${two(day)} ${time}+00${era}`
}

const two = (number: bigint): string => String(number).padStart(2, '0')

/**
 * Year, month and day of a day counted from 1970, in the Gregorian calendar before its time too, as PostgreSQL and ISO 8601 count.
 * Own arithmetic because JavaScript's dates end 18,516 years before PostgreSQL's do; it is Howard Hinnant's `civil_from_days`.
 */
function civilDate(days: bigint): { year: bigint; month: bigint; day: bigint } {
  const shifted = days + 719_468n
  const era = (shifted >= 0n ? shifted : shifted - 146_096n) / 146_097n
  const dayOfEra = shifted - era * 146_097n
  const yearOfEra = (dayOfEra - dayOfEra / 1460n + dayOfEra / 36_524n - dayOfEra / 146_096n) / 365n
  const dayOfYear = dayOfEra - (365n * yearOfEra + yearOfEra / 4n - yearOfEra / 100n)
  const marchMonth = (5n * dayOfYear + 2n) / 153n
  const month = marchMonth < 10n ? marchMonth + 3n : marchMonth - 9n
  return {
    year: yearOfEra + era * 400n + (month <= 2n ? 1n : 0n),
    month,
    day: dayOfYear - (153n * marchMonth + 2n) / 5n + 1n,
  }
}
