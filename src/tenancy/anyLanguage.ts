import type { PayloadRequest } from 'payload'

import type { Locale } from '@/locales/locales'

import { localesOfRequest } from './localesOfRequest'

/** A fallback for the names of documents in the admin: they have one in some language, whichever one their editor has chosen. */
export async function anyLanguage(req: PayloadRequest): Promise<Locale[]> {
  const { defaultLocale, offered } = await localesOfRequest(req.payload, req.headers)
  return [defaultLocale, ...offered]
}
