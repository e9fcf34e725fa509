import { createHmac, timingSafeEqual } from 'node:crypto'

import { env } from '@/env'

/** Nobody reads and fills in a form faster. */
export const MIN_SECONDS = 2
/** A page may lie open in a browser over a long weekend. */
const MAX_SECONDS = 5 * 24 * 60 * 60

const mac = (form: string, time: string): Buffer =>
  createHmac('sha256', env().PAYLOAD_SECRET).update(`form:${form}:${time}`).digest()

/** Notes in the form when it was made. On a cached page that is when the page was made: a lower bound. */
export function issueFormToken(form: string, now = Date.now()): string {
  const time = Math.floor(now / 1000).toString(36)
  return `${time}.${mac(form, time).toString('base64url')}`
}

/** @returns what is wrong with a token, or undefined. */
export function formTokenProblem(
  form: string,
  token: string,
  now = Date.now(),
): 'forged' | 'early' | 'late' | undefined {
  const [time = '', signature = ''] = token.split('.')
  const expected = mac(form, time)
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'forged'
  const age = now / 1000 - Number.parseInt(time, 36)
  if (age < MIN_SECONDS) return 'early'
  return age > MAX_SECONDS ? 'late' : undefined
}
