import { createHmac, timingSafeEqual } from 'node:crypto'

import { env } from '@/env'
import { localeOf, type Locale } from '@/locales/locales'

/** Long enough for a session of editing; the admin makes a new one whenever the page is opened. */
const LIFETIME_MS = 60 * 60 * 1000

export interface PreviewClaim {
  readonly tenant: string
  readonly page: string
  readonly locale: Locale
}

const mac = (body: string): Buffer =>
  createHmac('sha256', env().PREVIEW_SECRET).update(`preview:${body}`).digest()

/** A link token that lets its holder see the newest draft of one page of one tenant, in a language, for an hour. */
export function signPreview({ tenant, page, locale }: PreviewClaim, now = Date.now()): string {
  const body = Buffer.from(`${tenant}.${page}.${locale}.${now + LIFETIME_MS}`).toString('base64url')
  return `${body}.${mac(body).toString('base64url')}`
}

/** @returns what the token allows, or undefined when it is forged, garbled or too old. */
export function readPreview(token: string, now = Date.now()): PreviewClaim | undefined {
  const [body, signature, ...rest] = token.split('.')
  if (!body || !signature || rest.length > 0) return undefined
  const expected = mac(body)
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  const [tenant, page, code, expires] = Buffer.from(body, 'base64url').toString('utf8').split('.')
  const locale = localeOf(code)?.code
  if (!tenant || !page || !locale || !(Number(expires) >= now)) return undefined
  return { tenant, page, locale }
}
