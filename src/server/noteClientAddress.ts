import type { IncomingMessage } from 'node:http'

import { env } from '@/env'

import { CLIENT_ADDRESS_HEADER, clientAddress } from './clientAddress'

/**
 * Notes on each request who sent it. Next shows routes no socket, and keeps an X-Forwarded-For that the client made up
 * (next 16.4): limits that trust it are no limits.
 */
export function noteClientAddress(request: IncomingMessage): void {
  const forwarded = request.headers['x-forwarded-for']
  const hops = env().TRUSTED_PROXY_HOPS
  request.headers[CLIENT_ADDRESS_HEADER] = clientAddress(
    request.socket.remoteAddress,
    Array.isArray(forwarded) ? forwarded.join(',') : forwarded,
    hops,
  )
  if (hops > 0) return
  delete request.headers['x-forwarded-for']
  delete request.headers['x-forwarded-host']
  delete request.headers['x-forwarded-proto']
}
