import { ValidationError, type CollectionBeforeChangeHook } from 'payload'

import { readAddresses } from '@/leads/mail/readAddresses'

const FIELDS = ['emailTo', 'cc', 'bcc'] as const

/**
 * Notifications go to addresses that are written here: a field of the form in their place would let strangers send mail to
 * strangers.
 */
export const checkFormMail: CollectionBeforeChangeHook = ({ data }) => {
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
  if (data.confirmationMail?.enabled && !data.confirmationMail.subject?.trim())
    errors.push({ path: 'confirmationMail.subject', message: 'Write a subject.' })
  if (data.confirmationMail?.enabled && !data.confirmationMail.message?.trim())
    errors.push({ path: 'confirmationMail.message', message: 'Write a message.' })
  if (errors.length > 0) throw new ValidationError({ collection: 'forms', errors })
  return data
}
