import { localeOf, type Locale } from '@/locales/locales'

import { isLocaleTag } from '../localeTag'
import { type Findings } from './Findings'
import { type Found, isEmpty, isObject, type PlainObject } from './plainValue'
import { type PlainValue } from './Target'

/** The languages of a space, the main one first. */
export type Languages = readonly [Locale, ...Locale[]]

/** `de_CH` and `de-CH` are German where the space has no Swiss German. */
function offeredFor(key: string, languages: Languages): Locale | undefined {
  const tag = key.replaceAll('_', '-')
  const exact = localeOf(tag)?.code
  const near = localeOf(tag.split('-')[0])?.code
  return languages.find((one) => one === exact) ?? languages.find((one) => one === near)
}

/**
 * Whether a value is one value for each language. Of a field that is translated here, all that has tags of languages for its names is; of any
 * other, one of the languages has to be one of the space, since `{ id: … }` could be Indonesian.
 */
export const isTranslated = (
  value: PlainValue | undefined,
  languages: Languages,
  isText = false,
): value is PlainObject => {
  if (!isObject(value)) return false
  const keys = Object.keys(value)
  if (keys.length === 0 || !keys.every(isLocaleTag)) return false
  if (isText) return true
  return (
    keys.some((key) => offeredFor(key, languages) !== undefined) &&
    !(keys.length === 1 && keys[0] === 'id')
  )
}

/**
 * A value for each language of the space. What is not translated is in the main one. What is there in another language, or twice, is kept.
 */
export function translationsOf(
  found: Found | undefined,
  languages: Languages,
  findings: Findings,
  isText = true,
): ReadonlyMap<Locale, Found> {
  const result = new Map<Locale, Found>()
  if (!found) return result
  const [main] = languages
  const { path, value } = found
  if (!isTranslated(value, languages, isText)) return result.set(main, found)
  for (const [key, text] of Object.entries(value)) {
    if (text === undefined || isEmpty(text)) continue
    const at = `${path}.${key}`
    const locale = offeredFor(key, languages)
    if (locale === undefined) findings.keep(at, text, 'the space does not offer this language')
    else if (result.has(locale))
      findings.keep(at, text, `there is another one for the language ${locale}`)
    else {
      if (localeOf(key)?.code !== locale) findings.note(at, `“${key}” is taken for “${locale}”`)
      result.set(locale, { path: at, value: text })
    }
  }
  return result
}

/** The value for one language: where it has none, that of the main one, else the first. */
export function inLanguage(
  found: Found,
  locale: Locale,
  languages: Languages,
  findings: Findings,
  isText = false,
): Found | undefined {
  const all = translationsOf(found, languages, findings, isText)
  const own = all.get(locale)
  if (own) return own
  const other = all.get(languages[0]) ?? [...all.values()][0]
  if (other && locale === languages[0])
    findings.note(other.path, 'is not there in the main language, and stands in for it')
  return other
}

/** The languages of the space in which something is written anywhere inside of a value. */
export function languagesIn(value: PlainValue | undefined, languages: Languages): Set<Locale> {
  const found = new Set<Locale>()
  const visit = (one: PlainValue | undefined): void => {
    if (typeof one !== 'object' || one === null) return
    if (isTranslated(one, languages))
      for (const [key, text] of Object.entries(one)) {
        const locale = isEmpty(text) ? undefined : offeredFor(key, languages)
        if (locale) found.add(locale)
      }
    for (const inner of Object.values(one)) visit(inner)
  }
  visit(value)
  return found
}
