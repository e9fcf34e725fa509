import type { IncomingMessage, ServerResponse } from 'node:http'

import { processWide } from '@/processWide'
import { normalizeHost } from '@/tenancy/host'

/** More than fit into Next's cache of pages; what falls out here is rendered anew long before. */
const MAX_ENTRIES = 50_000

const statuses = processWide('page-statuses', () => new Map<string, number>())

const keyOf = (host: string, path: string): string => `${host} ${path}`

/**
 * Notes with which status a page that was just rendered is to be sent. Next's `notFound()` sends an empty document that only
 * a script fills (next 16.4); here the page says in plain HTML that there is nothing, and the status goes beside it. Pages
 * are kept in this process only, and so is this.
 */
export function notePageStatus(host: string, path: string, status: 200 | 404 | 503): void {
  const key = keyOf(host, path)
  statuses.delete(key)
  if (status === 200) return
  if (statuses.size >= MAX_ENTRIES) {
    const oldest = statuses.keys().next().value
    if (oldest !== undefined) statuses.delete(oldest)
  }
  statuses.set(key, status)
}

/** Sends the noted status instead of 200. The page was rendered before its headers are written, so the note is there. */
export function applyPageStatus(request: IncomingMessage, response: ServerResponse): void {
  const writeHead = response.writeHead
  response.writeHead = function (this: ServerResponse, ...args: unknown[]) {
    if (args[0] === 200) args[0] = statusOf(request) ?? 200
    return Reflect.apply(writeHead, this, args)
  } as typeof writeHead
}

function statusOf(request: IncomingMessage): number | undefined {
  if (statuses.size === 0) return undefined
  const host = normalizeHost(request.headers.host) ?? 'unknown'
  const raw = (request.url ?? '/').split('?')[0] ?? '/'
  try {
    return statuses.get(keyOf(host, decodeURIComponent(raw)))
  } catch {
    return undefined
  }
}
