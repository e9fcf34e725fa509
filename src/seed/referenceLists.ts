import { COUNTRY_CODES, CURRENCY_CODES } from './isoCodes'

export type ReferenceSlug = 'countries' | 'currencies' | 'time-zones'
export type ReferenceEntry = { code: string; name: string }

const named = (codes: readonly string[], type: 'region' | 'currency'): ReferenceEntry[] => {
  const names = new Intl.DisplayNames('en', { type })
  return codes.map((code) => ({ code, name: names.of(code) ?? code }))
}

/** “Brussels (Central European Time)”. */
const timeZoneName = (code: string): string => {
  const place = (code.split('/').at(-1) ?? code).replaceAll('_', ' ')
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: code,
    timeZoneName: 'longGeneric',
  }).formatToParts(0)
  const kind = parts.find(({ type }) => type === 'timeZoneName')?.value
  return kind && kind !== place ? `${place} (${kind})` : place
}

/** The lists that all spaces share, with the names that the runtime knows. */
export const referenceLists: Record<ReferenceSlug, () => ReferenceEntry[]> = {
  countries: () => named(COUNTRY_CODES, 'region'),
  currencies: () => {
    const known = new Set(Intl.supportedValuesOf('currency'))
    return named(
      CURRENCY_CODES.filter((code) => known.has(code)),
      'currency',
    )
  },
  'time-zones': () =>
    [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].map((code) => ({
      code,
      name: timeZoneName(code),
    })),
}
