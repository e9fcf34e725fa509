import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'

import { env } from '@/env'

import { publicLookup } from './publicLookup'
import { signWebhook } from './signWebhook'
import { addressProblem } from './targetProblem'

/** From the first look-up to the last byte of the answer. */
const TIMEOUT_MS = 15_000
/** Only the status counts; whoever answers with more is cut off. */
const MAX_ANSWER_BYTES = 64 * 1024

export interface WebhookCall {
  readonly url: string
  readonly secret: string
  /** Of the delivery: stays the same over all tries. */
  readonly id: string
  readonly body: string
  readonly signal: AbortSignal
}

/**
 * Calls a webhook, once, and follows no redirect.
 *
 * @returns the status of the answer
 * @throws Error when there is none, and PrivateTarget for an address inside of a network that it must not reach
 */
export function sendWebhook({ url, secret, id, body, signal }: WebhookCall): Promise<number> {
  // Sockets do not look up what is an address already.
  const problem = addressProblem(url)
  if (problem !== undefined) return Promise.reject(new RefusedTarget(problem))
  const target = new URL(url)
  const send = target.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const request = send(
      target,
      {
        method: 'POST',
        // No connection is kept: each is looked up, and checked, anew.
        agent: false,
        ...(env().WEBHOOK_ALLOW_PRIVATE ? {} : { lookup: publicLookup }),
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
        headers: {
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(body),
          'User-Agent': 'Atrium-Webhook/1',
          'Atrium-Delivery': id,
          'Idempotency-Key': id,
          'Atrium-Signature': signWebhook(secret, body),
        },
      },
      (answer) => {
        let size = 0
        answer.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size > MAX_ANSWER_BYTES) answer.destroy()
        })
        answer.on('error', () => undefined)
        answer.on('close', () => resolve(answer.statusCode ?? 0))
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}

/** Another try would not mend it. */
export class RefusedTarget extends Error {}
