import type { Clock } from './Clock'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** "3 hours ago", "yesterday, 16:20", "Tuesday, 09:05", "3 November": as somebody would say it. */
export function describePast(iso: string, { locale, timeZone }: Clock, now = Date.now()): string {
  const then = Date.parse(iso)
  const age = now - then
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  if (age < MINUTE) return 'just now'
  if (age < HOUR) return relative.format(-Math.floor(age / MINUTE), 'minute')
  const days = dayOf(now, timeZone) - dayOf(then, timeZone)
  if (days === 0) return relative.format(-Math.floor(age / HOUR), 'hour')
  const time = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' })
  if (days === 1) return `${relative.format(-1, 'day')}, ${time.format(then)}`
  if (days < 7) {
    const weekday = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long' })
    return `${weekday.format(then)}, ${time.format(then)}`
  }
  const year = days > 300 ? ({ year: 'numeric' } as const) : {}
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    day: 'numeric',
    month: 'long',
    ...year,
  }).format(then)
}

/** "Thu 3 December, 09:00". */
export function describeMoment(iso: string, { locale, timeZone }: Clock): string {
  const moment = new Date(iso)
  const day = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'long',
  })
  const time = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' })
  return `${day.format(moment)}, ${time.format(moment)}`
}

/** "Saturday, 21 November". */
export function describeDay({ locale, timeZone }: Clock, now = Date.now()): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(now)
}

export function describeGreeting({ timeZone }: Clock, now = Date.now()): string {
  const hour = Number(
    new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(now),
  )
  if (hour >= 5 && hour < 12) return 'Good morning'
  return hour >= 12 && hour < 18 ? 'Good afternoon' : 'Good evening'
}

/** Days since 1970 on the calendar of a time zone. */
function dayOf(time: number, timeZone: string): number {
  // The Swedish calendar is written as ISO 8601.
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(time)
  return Date.parse(`${day}T00:00:00Z`) / DAY
}
