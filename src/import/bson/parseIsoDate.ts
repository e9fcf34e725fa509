const FORM =
  /^([+-]\d{6}|\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)$/

/**
 * Milliseconds since 1970 of a date as mongoexport writes it: `2014-01-01T00:00:00.000Z`, of old versions with an offset like
 * `-0500`. Undefined when it is no date: `Date.parse` takes much more, and guesses.
 */
export function parseIsoDate(text: string): bigint | undefined {
  const match = FORM.exec(text)
  if (!match) return undefined
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '0'] = match
  const fraction = (match[7] ?? '0').padEnd(3, '0').slice(0, 3)
  const midnight = new Date(0)
  midnight.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  const isDay =
    midnight.getUTCMonth() === Number(month) - 1 && midnight.getUTCDate() === Number(day)
  if (!isDay || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Number(second)
  const millis = midnight.getTime() + seconds * 1000 + Number(fraction) - offsetOf(match[8] ?? 'Z')
  return Number.isNaN(millis) ? undefined : BigInt(millis)
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000
}
