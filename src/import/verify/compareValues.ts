import { shownValue } from './hideSecrets'
import { type Place } from './compareBson'

/**
 * The places at which a row is other than what was prepared for it. Only what was prepared is looked at: the rest of a row is the database's,
 * or Payload's (ids of blocks, defaults). Nothing is nothing, however it is written; dates are the same at the same moment; and something
 * that was filled in is its id.
 */
export function compareValues(expected: unknown, found: unknown, path = '$'): Place[] {
  if (isSame(expected, found)) return []
  if (Array.isArray(expected)) {
    const list: readonly unknown[] = Array.isArray(found) ? found : []
    if (!Array.isArray(found) || list.length !== expected.length)
      return [placeOf(path, expected, found)]
    return expected.flatMap((one: unknown, index) =>
      compareValues(one, list[index], `${path}[${index}]`),
    )
  }
  if (isObject(expected) && isObject(found))
    return Object.entries(expected).flatMap(([name, value]) =>
      value === undefined ? [] : compareValues(value, found[name], `${path}.${name}`),
    )
  return [placeOf(path, expected, found)]
}

const placeOf = (path: string, expected: unknown, found: unknown): Place => ({
  path,
  expected: shownValue(path, expected),
  found: shownValue(path, found),
})

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function isSame(expected: unknown, found: unknown): boolean {
  if (expected === found || (isNothing(expected) && isNothing(found))) return true
  if (typeof expected === 'number' || typeof found === 'number')
    return !isNothing(expected) && !isNothing(found) && Number(expected) === Number(found)
  if (isObject(found) && typeof expected === 'string' && 'id' in found) return found.id === expected
  const [wanted, is] = [momentOf(expected), momentOf(found)]
  return wanted !== undefined && wanted === is
}

/** Also what has only nothing in it: an empty group is there or not, as Payload likes. */
function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return isObject(value) && Object.values(value).every(isNothing)
}

const DATE = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d|$)/

function momentOf(value: unknown): number | undefined {
  if (value instanceof Date) return value.getTime()
  if (typeof value !== 'string' || !DATE.test(value)) return undefined
  // As PostgreSQL writes them: a zone of two digits.
  const moment = Date.parse(value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
  return Number.isNaN(moment) ? undefined : moment
}
