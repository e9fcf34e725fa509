/**
 * Every language that a space can offer: its BCP 47 code, its name in itself, and whether it is written from right to left.
 * Each is a value of the enum `_locales`, so a new one takes a migration. The order is that of the choice in the admin.
 */
const LIST = [
  ['en', 'English'],
  ['ar', 'العربية', 'rtl'],
  ['bg', 'Български'],
  ['bn', 'বাংলা'],
  ['ca', 'Català'],
  ['cs', 'Čeština'],
  ['cy', 'Cymraeg'],
  ['da', 'Dansk'],
  ['de', 'Deutsch'],
  ['el', 'Ελληνικά'],
  ['es', 'Español'],
  ['et', 'Eesti'],
  ['eu', 'Euskara'],
  ['fa', 'فارسی', 'rtl'],
  ['fi', 'Suomi'],
  ['fr', 'Français'],
  ['ga', 'Gaeilge'],
  ['he', 'עברית', 'rtl'],
  ['hi', 'हिन्दी'],
  ['hr', 'Hrvatski'],
  ['hu', 'Magyar'],
  ['id', 'Bahasa Indonesia'],
  ['is', 'Íslenska'],
  ['it', 'Italiano'],
  ['ja', '日本語'],
  ['ko', '한국어'],
  ['lt', 'Lietuvių'],
  ['lv', 'Latviešu'],
  ['nb', 'Norsk bokmål'],
  ['nl', 'Nederlands'],
  ['pl', 'Polski'],
  ['pt', 'Português'],
  ['pt-BR', 'Português do Brasil'],
  ['ro', 'Română'],
  ['ru', 'Русский'],
  ['sk', 'Slovenčina'],
  ['sl', 'Slovenščina'],
  ['sr', 'Српски'],
  ['sv', 'Svenska'],
  ['th', 'ไทย'],
  ['tr', 'Türkçe'],
  ['uk', 'Українська'],
  ['vi', 'Tiếng Việt'],
  ['zh-Hans', '简体中文'],
  ['zh-Hant', '繁體中文'],
] as const

export type Locale = (typeof LIST)[number][0]

export interface LocaleInfo {
  readonly code: Locale
  /** In the language itself: whoever looks for it reads it. */
  readonly name: string
  readonly rtl: boolean
}

export const LOCALES: readonly LocaleInfo[] = LIST.map(([code, name, direction]) => ({
  code,
  name,
  rtl: direction === 'rtl',
}))

export const LOCALE_CODES: readonly Locale[] = LOCALES.map(({ code }) => code)

/** Of a space that says nothing else, and of requests that mean no space, or several. */
export const DEFAULT_LOCALE: Locale = 'en'

const byCode = new Map<string, LocaleInfo>(LOCALES.map((info) => [info.code.toLowerCase(), info]))

/** The language of a code, however it is written: `pt-br` is `pt-BR`. */
export const localeOf = (code: unknown): LocaleInfo | undefined =>
  typeof code === 'string' ? byCode.get(code.toLowerCase()) : undefined

/** The supported language that is nearest to a BCP 47 tag: itself, else that of its first part, else English. */
export const nearestLocale = (tag: unknown): Locale => {
  if (typeof tag !== 'string') return DEFAULT_LOCALE
  const first = tag.split('-')[0]
  return (localeOf(tag) ?? localeOf(first))?.code ?? DEFAULT_LOCALE
}

export const nameOf = (locale: Locale): string => localeOf(locale)?.name ?? locale

/** The codes among any values, each once, in their order. */
export const localesIn = (values: unknown): Locale[] =>
  Array.isArray(values)
    ? [...new Set(values.flatMap((value: unknown) => localeOf(value)?.code ?? []))]
    : []
