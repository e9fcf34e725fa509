import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

import { processWide } from '@/processWide'
import { normalizeHost } from '@/tenancy/host'

/** More than fit into Next's cache of pages; what falls out here is rendered anew long before. */
const MAX_ENTRIES = 50_000

/** How a page is to be sent that is none: with which status, and where visitors are sent on to. */
type Note =
  | { readonly status: 404 | 503 }
  | { readonly status: 301 | 302 | 307 | 308; readonly location: string }

const notes = processWide('page-statuses', () => new Map<string, Note>())

/** Strangers choose the paths: a long one is kept by its digest. */
function keyOf(host: string, path: string): string {
  const key = `${host} ${path}`
  return key.length > 300 ? createHash('sha256').update(key).digest('base64url') : key
}

/**
 * Notes with which status a page that was just rendered is to be sent. Next's `notFound()` sends an empty document that only
 * a script fills (next 16.4); here the page says in plain HTML that there is nothing, and the status goes beside it. Pages
 * are kept in this process only, and so is this.
 */
export function notePageStatus(host: string, path: string, note: Note | { status: 200 }): void {
  const key = keyOf(host, path)
  notes.delete(key)
  if (note.status === 200) return
  if (notes.size >= MAX_ENTRIES) {
    const oldest = notes.keys().next().value
    if (oldest !== undefined) notes.delete(oldest)
  }
  notes.set(key, note)
}

/** Sends as noted instead of with 200. The page was rendered before its headers are written, so the note is there. */
export function applyPageStatus(request: IncomingMessage, response: ServerResponse): void {
  const writeHead = response.writeHead
  response.writeHead = function (this: ServerResponse, ...args: unknown[]) {
    const note = args[0] === 200 ? noteOf(request) : undefined
    if (note) args[0] = note.status
    if (note && 'location' in note) {
      this.setHeader('Location', withQuery(note.location, request.url ?? ''))
      // A browser keeps a 301 for good: a page that moves back would send it round in a circle.
      this.setHeader('Cache-Control', 'no-cache')
    }
    return Reflect.apply(writeHead, this, args)
  } as typeof writeHead
}

/** What follows the “?” of the request goes along; nothing else of it does. */
function withQuery(location: string, url: string): string {
  const query = /\?([^#]+)/.exec(url)?.[1]
  if (query === undefined) return location
  const [address = '', fragment] = location.split('#', 2)
  const joined = `${address}${address.includes('?') ? '&' : '?'}${query}`
  return fragment === undefined ? joined : `${joined}#${fragment}`
}

function noteOf(request: IncomingMessage): Note | undefined {
  if (notes.size === 0) return undefined
  const host = normalizeHost(request.headers.host) ?? 'unknown'
  const raw = (request.url ?? '/').split('?')[0] ?? '/'
  try {
    return notes.get(keyOf(host, decodeURIComponent(raw)))
  } catch {
    return undefined
  }
}
