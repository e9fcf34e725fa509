import type { Payload } from 'payload'

import { isStaff, STAFF_ROLES, tenantsWithRole } from '@/access/rules'
import { tenantsOf } from '@/db/scope'
import { localeOf, type Locale } from '@/locales/locales'
import { localesOfRequest, type RequestLocales } from '@/tenancy/localesOfRequest'
import { unknownLocale } from '@/tenancy/unknownLocale'
import { contextOf } from '@/tenancy/resolveScope'

/** The names under which Payload takes a fallback (3.90). */
const FALLBACKS = ['fallback-locale', 'fallbackLocale', 'fallbackLocale[]']
const NO_FALLBACK = new Set(['none', 'null', 'false'])

/**
 * Gives a request the languages of the space that it means: its main one where the request names none, and that one to fall back
 * to. Payload would take those of its config, the same for all spaces, and takes a language that it does not know for that one.
 *
 * @throws AtriumError BAD_REQUEST, with the languages that there are, for another one.
 */
export async function chooseLocale(payload: Payload, request: Request): Promise<Request> {
  const { pathname } = new URL(request.url)
  const locales = await localesOfRequest(payload, request.headers)
  const mayReadAll = await isStaffSomewhere(payload, request)
  // Without a language a search looks into all.
  const choose = (given: URLSearchParams, reads: boolean) =>
    withLocale(given, locales, {
      readsAll: reads && mayReadAll,
      always: !pathname.startsWith('/api/search'),
    })
  if (isQuery(request)) {
    const asked = new URLSearchParams(await request.text())
    const headers = new Headers(request.headers)
    headers.delete('content-length')
    const body = choose(asked, true).toString()
    return new Request(request.url, { method: request.method, headers, body })
  }
  const url = new URL(request.url)
  url.search = choose(url.searchParams, ['GET', 'HEAD'].includes(request.method)).toString()
  // Not a new request: who asks is worked out once for the headers of this one.
  Object.defineProperty(request, 'url', { value: url.href, configurable: true })
  return request
}

/** A GET whose parameters are its body, which is how the admin asks for more than fits into an address (payload 3.90). */
const isQuery = ({ method, headers }: Request): boolean =>
  method === 'POST' &&
  (headers.get('x-payload-http-method-override') === 'GET' ||
    headers.get('x-http-method-override') === 'GET') &&
  (headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded')

async function isStaffSomewhere(payload: Payload, { headers }: Request): Promise<boolean> {
  const { scope } = await contextOf(payload, headers)
  if (isStaff(scope)) return true
  const roles = tenantsWithRole(scope, STAFF_ROLES)
  return roles.length > 0 && tenantsOf(scope).every((tenant) => roles.includes(tenant))
}

function withLocale(
  given: URLSearchParams,
  { offered, defaultLocale, tenant }: RequestLocales,
  { readsAll, always }: { readsAll: boolean; always: boolean },
): URLSearchParams {
  const params = new URLSearchParams(given)
  const asked = params.get('locale')
  if (asked === 'all' || asked === '*') {
    // Among them are languages that are switched off, and their texts are not for visitors.
    if (!readsAll) throw unknownLocale(asked, offered)
  } else if (asked) params.set('locale', assertOffered(asked, offered))
  else if (always) params.set('locale', defaultLocale)
  const fallbacks = FALLBACKS.flatMap((name) => params.getAll(name))
  if (fallbacks.length === 0) {
    if (!always) return params
    // Where several spaces are meant, each document is shown in a language that it has.
    const others = tenant ? [] : offered.filter((locale) => locale !== defaultLocale)
    for (const locale of [defaultLocale, ...others]) params.append('fallbackLocale[]', locale)
    return params
  }
  for (const one of fallbacks) if (!NO_FALLBACK.has(one)) assertOffered(one, offered)
  return params
}

function assertOffered(asked: string, offered: readonly Locale[]): Locale {
  const code = localeOf(asked)?.code
  if (code && offered.includes(code)) return code
  throw unknownLocale(asked, offered)
}
