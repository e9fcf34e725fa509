import type { Config } from 'payload'

import { DEFAULT_LOCALE, LOCALES } from '@/locales/locales'

import { localesOfRequest } from './localesOfRequest'

/** Payload's localization: all languages that there are. The admin offers those of the space that somebody works in. */
export const localization: Config['localization'] = {
  locales: LOCALES.map(({ code, name, rtl }) => ({ code, label: name, rtl })),
  defaultLocale: DEFAULT_LOCALE,
  fallback: true,
  filterAvailableLocales: async ({ locales, req }) => {
    const { offered } = await localesOfRequest(req.payload, req.headers)
    return locales.filter(({ code }) => offered.some((one) => one === code))
  },
}
