import { AtriumError } from '@/errors'
import type { Locale } from '@/locales/locales'

/** What somebody is told who names a language that a space does not offer: those that it does. */
export const unknownLocale = (asked: string, offered: readonly Locale[]): AtriumError =>
  new AtriumError('BAD_REQUEST', {
    message: `The language “${asked.slice(0, 20)}” is not available here. There is: ${offered.join(', ')}.`,
    details: { locales: offered },
  })
