import type { TextFieldSingleValidation } from 'payload'
import { text } from 'payload/shared'

import { localesOfRequest } from '@/tenancy/localesOfRequest'

/**
 * For the texts of rows that all languages share, such as a menu: each is needed in the main language of the space, and stands in for
 * itself where it is not translated.
 */
export const requiredInMainLanguage: TextFieldSingleValidation = async (value, options) => {
  const { req, required } = options
  return text(value, { ...options, required: required && !(await isTranslation(req)) })
}

async function isTranslation(
  req: Parameters<TextFieldSingleValidation>[1]['req'],
): Promise<boolean> {
  if (req.payloadAPI === 'local' || !req.locale) return false
  const { defaultLocale } = await localesOfRequest(req.payload, req.headers)
  return req.locale !== defaultLocale
}

/** A text that is taken away is empty, so that its row keeps a place for it. */
export const emptyForNull = ({ value }: { value?: unknown }): unknown =>
  value === null ? '' : value
