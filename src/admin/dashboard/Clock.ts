/** How times are told in a space: its own time zone, in the words of the admin. */
export interface Clock {
  readonly locale: string
  readonly timeZone: string
}

const isTimeZone = (value: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return true
  } catch {
    return false
  }
}

/** @param language of the admin. The space's locale decides how that language writes dates, not which language it is. */
export function clockOf(
  settings: { locale?: string; timeZone?: string } | null | undefined,
  language: string,
): Clock {
  const { locale, timeZone } = settings ?? {}
  return {
    locale: locale?.split('-')[0] === language ? locale : language,
    timeZone: timeZone && isTimeZone(timeZone) ? timeZone : 'UTC',
  }
}
