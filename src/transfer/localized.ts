import { z } from 'zod'

import { localeOf, type Locale } from '@/locales/locales'
import { unknownLocale } from '@/tenancy/unknownLocale'

import type { Languages } from './languagesOf'

export const text = z.string().nullable()
/** One text is in the main language; an object has one for each. */
export const texts = z.union([text, z.record(z.string(), text)])

/**
 * What may be said in each language, in its languages.
 *
 * @returns what is wrong, in words, where it names a language that is not offered.
 */
export function byLanguage<Texts>(
  fields: Readonly<Partial<Record<keyof Texts, unknown>>>,
  { main, offered }: Languages,
): Map<Locale, Partial<Texts>> | string {
  const found = new Map<Locale, Partial<Texts>>()
  for (const [field, value] of Object.entries<unknown>(fields)) {
    if (value === undefined) continue
    const isOne = typeof value !== 'object' || value === null || Array.isArray(value)
    for (const [code, one] of isOne ? [[main, value] as const] : Object.entries(value)) {
      const locale = localeOf(code)?.code
      if (!locale || !offered.includes(locale)) return unknownLocale(code, offered).message
      found.set(locale, { ...found.get(locale), [field]: one } as Partial<Texts>)
    }
  }
  return found
}
