import { type Findings } from './Findings'
import { type Found, shown } from './plainValue'

/** Beyond these PostgreSQL has no date, or JavaScript writes a year that nothing else reads. */
const [FIRST, LAST] = [Date.UTC(0, 0, 1), Date.UTC(9999, 11, 31)]

/** PostgreSQL's own text (`2020-02-29 12:00:00.000+00`) is what the map writes for a date. */
const POSTGRES = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)([+-]\d\d)$/

/** A moment as Payload keeps it. Numbers are milliseconds since 1970, or seconds where those would be in January of that year. */
export function dateOf({ path, value }: Found, findings: Findings): string | undefined {
  const millis =
    typeof value === 'number'
      ? value * (Math.abs(value) < 1e11 ? 1000 : 1)
      : typeof value === 'string'
        ? Date.parse(value.trim().replace(POSTGRES, '$1T$2$3:00'))
        : Number.NaN
  if (!(millis >= FIRST && millis <= LAST)) {
    findings.keep(path, value, `${shown(value)} is no date that can be kept here`)
    return undefined
  }
  const date = new Date(millis).toISOString()
  if (value !== date && !POSTGRES.test(String(value))) findings.note(path, `is kept as ${date}`)
  return date
}
