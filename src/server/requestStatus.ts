import type { IncomingMessage, ServerResponse } from 'node:http'

import { processWide } from '@/processWide'

/** The header under which the server numbers requests; whatever arrives under this name is dropped. */
const REQUEST_HEADER = 'x-atrium-request'

const open = processWide('request-statuses', () => ({
  last: 0,
  statuses: new Map<string, number | undefined>(),
}))

/** Says with which status the page of this request is to be sent: server components cannot (next 16.4). */
export function noteRequestStatus(headers: Headers, status: 503): void {
  const number = headers.get(REQUEST_HEADER)
  if (number !== null && open.statuses.has(number)) open.statuses.set(number, status)
}

/** Sends the noted status instead of 200. */
export function applyRequestStatus(request: IncomingMessage, response: ServerResponse): void {
  const number = String(++open.last)
  request.headers[REQUEST_HEADER] = number
  open.statuses.set(number, undefined)
  response.once('close', () => open.statuses.delete(number))
  const writeHead = response.writeHead
  response.writeHead = function (this: ServerResponse, ...args: unknown[]) {
    if (args[0] === 200) args[0] = open.statuses.get(number) ?? 200
    return Reflect.apply(writeHead, this, args)
  } as typeof writeHead
}
