import { WEEKDAYS, type Weekday } from './weekdays'

const DEFAULT_LOCALE = 'en-GB'

// 1 January 2024 was a Monday.
const dateOf = (day: number, hours = 0, minutes = 0) =>
  new Date(Date.UTC(2024, 0, 1 + day, hours, minutes))

const format = (locale: string | undefined, options: Intl.DateTimeFormatOptions, date: Date) => {
  const withZone: Intl.DateTimeFormatOptions = { ...options, timeZone: 'UTC' }
  try {
    return new Intl.DateTimeFormat(locale ?? DEFAULT_LOCALE, withZone).format(date)
  } catch {
    // A locale that a person typed, and that is none.
    return new Intl.DateTimeFormat(DEFAULT_LOCALE, withZone).format(date)
  }
}

/** Runs of days become one: Monday, Tuesday, Wednesday and Saturday are “Monday – Wednesday, Saturday”. */
export const formatDays = (days: readonly Weekday[] | null | undefined, locale?: string) => {
  const name = (day: number) => format(locale, { weekday: 'long' }, dateOf(day))
  const runs: [number, number][] = []
  WEEKDAYS.forEach((weekday, day) => {
    if (!days?.includes(weekday)) return
    const last = runs.at(-1)
    if (last && last[1] === day - 1) last[1] = day
    else runs.push([day, day])
  })
  return runs
    .flatMap(([from, to]) => {
      if (from === to) return name(from)
      return to - from === 1 ? [name(from), name(to)] : `${name(from)} – ${name(to)}`
    })
    .join(', ')
}

/** “08:30” as the locale writes it; nothing for anything that is no time. */
export const formatTime = (time: string | null | undefined, locale?: string) => {
  const match = /^(\d\d):(\d\d)$/.exec(time ?? '')
  if (!match) return undefined
  if (time === '24:00') return time
  return format(
    locale,
    { hour: '2-digit', minute: '2-digit' },
    dateOf(0, Number(match[1]), Number(match[2])),
  )
}
