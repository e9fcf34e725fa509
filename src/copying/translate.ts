import { localeOf, type Locale } from '@/locales/locales'
import type { TenantSummary } from '@/tenancy/resolveTenant'

export type Languages = Pick<TenantSummary, 'defaultLocale' | 'locales'>

/** What a localized field has in each language. */
export type ByLocale<T> = Readonly<Partial<Record<Locale, T>>>

/** A localized field as Payload gives it in all languages; `read` says what counts as filled. */
export function byLocale<T>(
  value: unknown,
  read: (one: unknown) => T | undefined,
): Partial<Record<Locale, T>> {
  const texts: Partial<Record<Locale, T>> = {}
  if (typeof value !== 'object' || value === null) return texts
  for (const [key, one] of Object.entries(value)) {
    const code = localeOf(key)?.code
    const text = read(one)
    if (code !== undefined && text !== undefined) texts[code] = text
  }
  return texts
}

/**
 * The language whose text is that of the target's main one: itself, else the source's main one, else what there is. Nothing stands in
 * for a main language, so it cannot stay empty.
 */
export function standIn<T>(
  texts: ByLocale<T>,
  source: Languages,
  target: Languages,
): Locale | undefined {
  const { locales, defaultLocale } = source
  const offered = locales.filter((locale) => texts[locale] !== undefined)
  return [target.defaultLocale, defaultLocale, ...locales].find((one) => offered.includes(one))
}

/** A localized field in the languages that both spaces offer, the target's main one in any case. */
export function translate<T>(
  texts: ByLocale<T>,
  source: Languages,
  target: Languages,
): Partial<Record<Locale, T>> {
  const chosen: Partial<Record<Locale, T>> = {}
  for (const locale of target.locales)
    if (source.locales.includes(locale) && texts[locale] !== undefined)
      chosen[locale] = texts[locale]
  const main = standIn(texts, source, target)
  if (main !== undefined) chosen[target.defaultLocale] = texts[main]
  return chosen
}
