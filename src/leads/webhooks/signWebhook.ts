import { createHmac } from 'node:crypto'

/**
 * The value of `Atrium-Signature`: the time in seconds, and the HMAC-SHA256 of `<time>.<body>` in hex. The time is signed too, so
 * that an old call cannot be sent again by somebody who saw it.
 */
export function signWebhook(secret: string, body: string, now = Date.now()): string {
  const time = Math.floor(now / 1000)
  const mac = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')
  return `t=${time},v1=${mac}`
}
