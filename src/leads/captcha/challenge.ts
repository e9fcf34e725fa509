import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

import { env } from '@/env'

/** 65,000 hashes: a fraction of a second on a desk, a second or two on an old phone, and a bill for whoever sends thousands. */
export const CHALLENGE_BITS = 16
/** A form is solved for when it is sent. */
const VALID_SECONDS = 10 * 60

const mac = (form: string, rest: string): string =>
  createHmac('sha256', env().PAYLOAD_SECRET).update(`captcha:${form}:${rest}`).digest('base64url')

/** A challenge of a form: until when it is valid, a number of its own, and a signature, so that nothing is kept until it is used. */
export function issueChallenge(form: string, now = Date.now()): string {
  const until = (Math.floor(now / 1000) + VALID_SECONDS).toString(36)
  const rest = `${until}.${randomBytes(16).toString('base64url')}`
  return `${rest}.${mac(form, rest)}`
}

/**
 * Checks a solved challenge: `<until>.<nonce>.<signature>.<answer>`.
 *
 * @returns its own number, by which it is used once, or undefined when it is not valid
 */
export function readSolution(form: string, solution: string, now = Date.now()): string | undefined {
  const [until = '', nonce = '', signature = '', answer = '', ...more] = solution.split('.')
  if (more.length > 0 || !/^\d{1,12}$/.test(answer)) return undefined
  const expected = Buffer.from(mac(form, `${until}.${nonce}`))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  if (Number.parseInt(until, 36) < now / 1000) return undefined
  const hash = createHash('sha256').update(solution).digest()
  return hash.readUInt32BE(0) >>> (32 - CHALLENGE_BITS) === 0 ? nonce : undefined
}
