import { createHash } from 'node:crypto'

import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'

import { env } from '@/env'
import { AtriumError } from '@/errors'
import { processWide } from '@/processWide'

import { CLIENT_ADDRESS_HEADER } from '@/server/clientAddress'
import { clientNetwork } from '@/server/clientNetwork'

export type Limit = 'api' | 'login' | 'account' | 'form' | 'upload' | 'confirmation'

/** Bounds on what a stranger can make the server do, per process. */
function build(): Record<Limit, RateLimiterMemory> {
  const settings = env()
  return {
    api: new RateLimiterMemory({ points: settings.RATE_LIMIT_API, duration: 60 }),
    // Each attempt costs the server 600,000 rounds of hashing.
    login: new RateLimiterMemory({ points: settings.RATE_LIMIT_LOGIN * 3, duration: 15 * 60 }),
    account: new RateLimiterMemory({ points: settings.RATE_LIMIT_LOGIN, duration: 15 * 60 }),
    form: new RateLimiterMemory({ points: settings.RATE_LIMIT_FORM, duration: 10 * 60 }),
    // Counted before it is read, and then as a submission.
    upload: new RateLimiterMemory({ points: settings.RATE_LIMIT_FORM, duration: 10 * 60 }),
    // One mail to an address that a stranger named.
    confirmation: new RateLimiterMemory({ points: 1, duration: 60 * 60 }),
  }
}

/** Whom a limit counts: the network from which somebody calls. */
export const addressOf = (headers: Headers): string =>
  clientNetwork(headers.get(CLIENT_ADDRESS_HEADER) ?? 'unknown')

/** Strangers write parts of the keys, and keys are kept: a long one is kept by its digest. */
const bounded = (key: string): string =>
  key.length > 300 ? createHash('sha256').update(key).digest('base64url') : key

/** @throws AtriumError RATE_LIMITED with the seconds to wait. */
export async function consume(limit: Limit, key: string): Promise<void> {
  const limiters = processWide('limits', build)
  try {
    await limiters[limit].consume(bounded(key))
  } catch (refusal) {
    if (!isRefusal(refusal)) throw refusal
    const retryAfter = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
    throw new AtriumError('RATE_LIMITED', {
      message: `Too many requests. Try again in ${retryAfter} seconds.`,
      details: { retryAfter },
    })
  }
}

/** As {@link consume}, for what is left out beyond the limit. @returns false beyond it. */
export async function tryConsume(limit: Limit, key: string): Promise<boolean> {
  try {
    await consume(limit, key)
    return true
  } catch (refusal) {
    if (refusal instanceof AtriumError) return false
    throw refusal
  }
}

/** By shape, not by class: the limiters are one per process, made by whichever copy of this module came first. */
const isRefusal = (value: unknown): value is RateLimiterRes =>
  typeof value === 'object' && value !== null && 'msBeforeNext' in value

/** The limit that every API call counts against. */
export const limitRequest = (request: Request): Promise<void> =>
  consume('api', addressOf(request.headers))

/**
 * Signing in and asking for a new password: per address, and per address and account, before any hashing. Known and
 * unknown accounts count alike.
 */
export async function limitAuthentication(headers: Headers, account: string): Promise<void> {
  const address = addressOf(headers)
  await consume('login', address)
  await consume(
    'account',
    `${address} ${headers.get('host') ?? ''} ${account.trim().toLowerCase()}`,
  )
}
