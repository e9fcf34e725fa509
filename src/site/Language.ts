import { addressIn, prefixOf } from '@/locales/addresses'
import { DEFAULT_LOCALE, localeOf, type Locale } from '@/locales/locales'
import type { TenantSummary } from '@/tenancy/resolveTenant'

import { searchPath } from './searchPath'

/** In which language something is read, and what stands in for what is not translated. As Payload's calls take it. */
export interface Reading {
  readonly locale: Locale
  readonly fallbackLocale: Locale
}

/** Of what is drawn without a space. */
export const PLAIN: Reading = { locale: DEFAULT_LOCALE, fallbackLocale: DEFAULT_LOCALE }

export const readingOf = ({ defaultLocale }: TenantSummary, locale: Locale): Reading => ({
  locale,
  fallbackLocale: defaultLocale,
})

/** One language of a site, as the switch shows it. */
export interface LanguageLink {
  readonly locale: Locale
  readonly name: string
  readonly href: string
  readonly current: boolean
}

/** Where a page, or what stands on every site, is in one language. */
export const addressOf = ({ locale, fallbackLocale }: Reading, path: string): string =>
  addressIn(locale, fallbackLocale, path)

export const homeOf = (reading: Reading): string => addressOf(reading, '/')

export const searchOf = ({ locale, fallbackLocale }: Reading): string =>
  `${prefixOf(locale, fallbackLocale)}${searchPath}`

/** `dir` of the document. */
export const directionOf = (locale: Locale): 'ltr' | 'rtl' =>
  localeOf(locale)?.rtl ? 'rtl' : 'ltr'

/** Links to what one is looking at in each language of the site; none where there is only one. */
export const linkLanguages = (
  { locales }: TenantSummary,
  current: Locale,
  hrefIn: (locale: Locale) => string,
): LanguageLink[] =>
  locales.length < 2
    ? []
    : locales.map((locale) => ({
        locale,
        name: localeOf(locale)?.name ?? locale,
        href: hrefIn(locale),
        current: locale === current,
      }))
