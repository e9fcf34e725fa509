import type { PayloadRequest } from 'payload'

import { localesOfRequest } from './localesOfRequest'

/** Whether a request writes in another language than the main one of its space, which stands in for what is left empty. */
export async function isTranslation(req: PayloadRequest): Promise<boolean> {
  if (req.payloadAPI === 'local' || !req.locale) return false
  const { defaultLocale } = await localesOfRequest(req.payload, req.headers)
  return req.locale !== defaultLocale
}
