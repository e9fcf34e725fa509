import { CAPTCHA } from '@/site/captchaInput'
import { CONSENT } from '@/site/consentInput'
import { HONEYPOT, LOCALE_INPUT } from '@/site/honeypot'

/** As src/collections/hooks/checkFormFields.ts asks for. */
const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/
const RESERVED = [HONEYPOT, CONSENT, CAPTCHA, LOCALE_INPUT, 'form', 'token', 'startedAt']

/**
 * The name of a question, as forms here can have it. The same for the form and for what was sent with it, so that answers find their questions.
 * Undefined if nothing is left of it.
 */
export function formFieldName(given: string): string | undefined {
  const isFree = NAME.test(given) && !RESERVED.includes(given)
  if (isFree) return given
  const plain = given
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^A-Za-z0-9_-]+/g, '_')
    .replace(/^[_-]+|[_-]+$/g, '')
    .slice(0, 50)
  if (plain === '') return undefined
  const name = /^[A-Za-z]/.test(plain) ? plain : `field_${plain}`
  return RESERVED.includes(name) ? `${name}_` : name
}
