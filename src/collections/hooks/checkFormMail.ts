import { ValidationError, type CollectionBeforeChangeHook } from 'payload'

import { readAddresses } from '@/leads/mail/readAddresses'
import { isTranslation } from '@/tenancy/isTranslation'

const FIELDS = ['emailTo', 'cc', 'bcc'] as const

/**
 * Notifications go to addresses that are written here: a field of the form in their place would let strangers send mail to
 * strangers.
 */
export const checkFormMail: CollectionBeforeChangeHook = async ({ data, req }) => {
  const errors: { path: string; message: string }[] = []
  const mails: unknown[] = Array.isArray(data.emails) ? data.emails : []
  mails.forEach((mail, index) => {
    for (const field of FIELDS) {
      const value: unknown = Reflect.get(Object(mail), field)
      if (typeof value !== 'string' || value.trim() === '') continue
      if (readAddresses(value)) continue
      const message = 'Write e-mail addresses, with commas between them.'
      errors.push({ path: `emails.${index}.${field}`, message })
    }
  })
  const { enabled, subject, message } = data.confirmationMail ?? {}
  // A translation that is left empty is answered in the main language.
  const isNeeded = Boolean(enabled) && !(await isTranslation(req))
  if (isNeeded && !subject?.trim())
    errors.push({ path: 'confirmationMail.subject', message: 'Write a subject.' })
  if (isNeeded && !message?.trim())
    errors.push({ path: 'confirmationMail.message', message: 'Write a message.' })
  if (errors.length > 0) throw new ValidationError({ collection: 'forms', errors })
  return data
}
