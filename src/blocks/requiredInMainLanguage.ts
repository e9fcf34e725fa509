import type { TextFieldSingleValidation } from 'payload'
import { text } from 'payload/shared'

import { isTranslation } from '@/tenancy/isTranslation'

/**
 * For the texts of rows that all languages share, such as a menu: each is needed in the main language of the space, and stands in for
 * itself where it is not translated.
 */
export const requiredInMainLanguage: TextFieldSingleValidation = async (value, options) => {
  const { req, required } = options
  return text(value, { ...options, required: required && !(await isTranslation(req)) })
}

/** A text that is taken away is empty, so that its row keeps a place for it. */
export const emptyForNull = ({ value }: { value?: unknown }): unknown =>
  value === null ? '' : value
