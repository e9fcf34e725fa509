import type { IncomingMessage, ServerResponse } from 'node:http'

import { consume } from '@/api/rateLimits'
import { reserveUpload } from '@/api/uploadsInFlight'
import { env } from '@/env'
import { AtriumError, ERRORS } from '@/errors'
import { PERMIT, readUploadPermit } from '@/leads/files/uploadPermit'

import { CLIENT_ADDRESS_HEADER } from './clientAddress'
import { clientNetwork } from './clientNetwork'

/** What a page is sent besides files: answers of a form, and the state of the admin's. Next's own limit for actions, too. */
const FIELDS = 1_048_576
/** How long the rest of a refused body is read and thrown away: a browser shows no answer while it is still sending. */
const LINGER_MS = 10_000
const BASE = 'http://any'

/**
 * Bounds what a stranger can make Next read for a page: it holds the whole body in memory before anything of ours is asked, and has one
 * limit for all pages, fixed when the app is built (16.4). More than {@link FIELDS} is only for a form that asks for files, and says so in
 * its address with a signature. The API bounds for itself, see src/api/boundBody.ts.
 *
 * @returns undefined for what may pass at once; else why not, or null once it may
 */
export function boundPageBody(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<AtriumError | null> | undefined {
  const { headers, url } = request
  const length = headers['content-length']
  if (length === undefined && headers['transfer-encoding'] === undefined) return undefined
  if (Number(length) <= FIELDS) return undefined
  const target = URL.canParse(url ?? '', BASE) ? new URL(url ?? '', BASE) : undefined
  if (target?.pathname.startsWith('/api/')) return undefined
  if (length === undefined) return Promise.resolve(new AtriumError('LENGTH_REQUIRED'))
  const permit = readUploadPermit(target?.searchParams.get(PERMIT) ?? '')
  const limit = Math.min(permit?.bytes ?? 0, env().MAX_FORM_UPLOAD_BYTES) + FIELDS
  if (!permit || !(Number(length) <= limit)) return Promise.resolve(new AtriumError('TOO_LARGE'))
  const address = String(headers[CLIENT_ADDRESS_HEADER])
  return consume('upload', `${address} ${permit.form}`)
    .then(() => {
      const release = reserveUpload(Number(length), clientNetwork(address))
      // Who went away meanwhile has closed it already.
      if (response.closed) release()
      else response.once('close', release)
      return null
    })
    .catch((refusal: unknown) =>
      refusal instanceof AtriumError ? refusal : new AtriumError('INTERNAL'),
    )
}

const WORDS: Partial<Record<AtriumError['code'], string>> = {
  TOO_LARGE: 'The files that you sent are too large together.',
  BUSY: 'Very much is being sent to this site at the moment. Please wait a few seconds.',
  RATE_LIMITED: 'Files were sent from here very often. Please wait a few minutes.',
}

/** A page of its own: the one with the form would have had to be read first. Going back brings the answers back. */
export function refuseBody(
  request: IncomingMessage,
  response: ServerResponse,
  { code, details }: AtriumError,
): void {
  const words = WORDS[code] ?? ERRORS[code].message
  const wait: unknown = Reflect.get(Object(details), 'retryAfter')
  response.writeHead(ERRORS[code].status, {
    ...(typeof wait === 'number' ? { 'Retry-After': wait } : {}),
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(`<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Not sent</title>
<body style="max-width:32rem;margin:4rem auto;padding:0 1rem;font:1.1rem/1.6 system-ui,sans-serif">
<h1>This was not sent</h1><p>${words}</p><p>Go back in your browser: what you wrote is still there.</p></body></html>
`)
  request.resume()
  const timer = setTimeout(() => request.destroy(), LINGER_MS)
  request.once('close', () => clearTimeout(timer))
}
