import { LOCALE_CODES, localeOf, type Locale } from './locales'

/** The part of an address that says the language: `/de`; none for the space's own one. */
export const prefixOf = (locale: Locale, defaultLocale: Locale): string =>
  locale === defaultLocale ? '' : `/${locale.toLowerCase()}`

/** The address of a page in a language, from its path there. */
export const addressIn = (locale: Locale, defaultLocale: Locale, path: string): string => {
  const prefix = prefixOf(locale, defaultLocale)
  return prefix !== '' && path === '/' ? prefix : `${prefix}${path}`
}

/** What the first part of an address says. */
export interface LocalizedPath {
  /** Undefined where the address begins with no language. */
  readonly locale: Locale | undefined
  readonly path: string
}

/** Takes an address apart: `/de/preise` is `/preise` in German. */
export function readAddress(address: string): LocalizedPath {
  const [, first = '', ...rest] = address.split('/')
  // Lower case only: one page has one address.
  const locale = first === first.toLowerCase() ? localeOf(first)?.code : undefined
  return locale ? { locale, path: `/${rest.join('/')}` } : { locale: undefined, path: address }
}

/** What lies at these addresses of every site is no page: the languages, and what the application answers itself (src/proxy.ts). */
const RESERVED: ReadonlySet<string> = new Set([
  'admin',
  'api',
  'atrium',
  'preview',
  'search',
  ...LOCALE_CODES.map((code) => code.toLowerCase()),
])

/** Whether a page at the top of the tree cannot have this slug. */
export const isReservedSlug = (slug: string): boolean => RESERVED.has(slug)
