import { LOCALE_CODES, localeOf } from './locales'

type Row = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a localized field has in each language, as the adapter gives it: an object by language, or one value where it is none. */
export const inEveryLanguage = (value: unknown): unknown[] => {
  if (!isRow(value)) return [value]
  const keys = Object.keys(value)
  return keys.length > 0 && keys.every((key) => localeOf(key)?.code === key)
    ? Object.values(value)
    : [value]
}

/** The text of a localized field as the adapter gives it, in the first of some languages that has it, or else in any. */
export function textIn(value: unknown, ...preferred: readonly string[]): string | undefined {
  const texts = isRow(value)
    ? [...preferred, ...LOCALE_CODES].map((locale) => value[locale])
    : [value]
  return texts.find((text): text is string => typeof text === 'string' && text !== '')
}
