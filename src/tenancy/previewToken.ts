import { createHmac, timingSafeEqual } from 'node:crypto'

import { env } from '@/env'

/** Long enough for a session of editing; the admin makes a new one whenever the page is opened. */
const LIFETIME_MS = 60 * 60 * 1000

export interface PreviewClaim {
  readonly tenant: string
  readonly page: string
}

const mac = (body: string): Buffer =>
  createHmac('sha256', env().PREVIEW_SECRET).update(`preview:${body}`).digest()

/** A link token that lets its holder see the newest draft of one page of one tenant for an hour. */
export function signPreview({ tenant, page }: PreviewClaim, now = Date.now()): string {
  const body = Buffer.from(`${tenant}.${page}.${now + LIFETIME_MS}`).toString('base64url')
  return `${body}.${mac(body).toString('base64url')}`
}

/** @returns what the token allows, or undefined when it is forged, garbled or too old. */
export function readPreview(token: string, now = Date.now()): PreviewClaim | undefined {
  const [body, signature, ...rest] = token.split('.')
  if (!body || !signature || rest.length > 0) return undefined
  const expected = mac(body)
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  const [tenant, page, expires] = Buffer.from(body, 'base64url').toString('utf8').split('.')
  if (!tenant || !page || Number(expires) < now) return undefined
  return { tenant, page }
}
