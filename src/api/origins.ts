import type { Payload } from 'payload'

import { normalizeHost, platformHost } from '@/tenancy/host'
import { resolveTenantByHost } from '@/tenancy/resolveTenant'

/**
 * Which other origins may call: a tenant's own hosts may call the platform and each other, nobody else may. There is no
 * list to configure; the tenants' domains are the list.
 */
async function isTrusted(
  payload: Payload,
  origin: string,
  host: string | undefined,
): Promise<boolean> {
  let from: URL
  try {
    from = new URL(origin)
  } catch {
    return false
  }
  const caller = normalizeHost(from.host)
  if (caller === undefined || caller === host) return caller !== undefined
  if (caller === platformHost()) return true
  const tenant = await resolveTenantByHost(payload, caller)
  if (!tenant) return false
  if (host === platformHost()) return true
  return (await resolveTenantByHost(payload, host))?.id === tenant.id
}

/** CORS for the caller of this request, if it is one of ours. */
export async function corsHeaders(payload: Payload, request: Request): Promise<Headers> {
  const headers = new Headers({ Vary: 'Origin' })
  const origin = request.headers.get('origin')
  if (origin === null) return headers
  const host = normalizeHost(request.headers.get('host'))
  try {
    if (!(await isTrusted(payload, origin, host))) return headers
  } catch {
    // Without a database there is nobody to trust; the request itself answers why.
    return headers
  }
  headers.set('Access-Control-Allow-Origin', origin)
  headers.set('Access-Control-Allow-Methods', 'GET, POST, PATCH, PUT, DELETE, OPTIONS')
  headers.set(
    'Access-Control-Allow-Headers',
    'Authorization, Content-Type, X-Tenant, X-Payload-HTTP-Method-Override',
  )
  headers.set('Access-Control-Max-Age', '600')
  return headers
}

/**
 * A cookie proves nothing when another site made the browser send it. Sibling sub-domains count as the same site for
 * browsers, and here they are other tenants: only the very same origin, and the platform for its preview, keep the cookie.
 */
export async function withoutForeignCookie(payload: Payload, request: Request): Promise<Request> {
  if (!request.headers.has('cookie')) return request
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  const host = normalizeHost(request.headers.get('host'))
  // `null` is the origin of sandboxed frames and of files: another one.
  const same =
    origin !== null
      ? normalizeHost(URL.canParse(origin) ? new URL(origin).host : undefined) === host
      : site === null || site === 'same-origin' || site === 'none' || isReading(request)
  if (same) return request
  const headers = new Headers(request.headers)
  headers.delete('cookie')
  return new Request(request, { headers })
}

/** A picture or a link from elsewhere reads with the cookie, and shows the answer to the person alone. */
const isReading = (request: Request): boolean =>
  request.method === 'GET' || request.method === 'HEAD'
