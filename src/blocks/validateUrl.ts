import { text } from 'payload/shared'
import type { TextFieldSingleValidation } from 'payload'

import { safeHref } from '@/site/safeHref'

export const UNSAFE_URL =
  'Enter a full address (https://…), mailto:, tel:, or a path on this site that starts with “/”.'

/** Payload's own text rules, then: only addresses that can't run anything. */
export const validateUrl: TextFieldSingleValidation = async (value, options) => {
  const result = await text(value, options)
  if (result !== true || !value) return result
  return safeHref(value) ? true : UNSAFE_URL
}

export const validateWebUrl: TextFieldSingleValidation = async (value, options) => {
  const result = await text(value, options)
  if (result !== true || !value) return result
  return /^https?:\/\//i.test(value) && safeHref(value)
    ? true
    : 'Enter a full address that starts with https://'
}
