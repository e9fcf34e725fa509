import { NextResponse, type NextRequest } from 'next/server'

import { env } from '@/env'
import { readAddress } from '@/locales/addresses'
import { searchPath } from '@/site/searchPath'
import { normalizeHost, platformHost } from '@/tenancy/host'

/** Everything but the admin, the API and files: those know their host themselves. */
export const config = {
  matcher: ['/((?!api/|admin/|_next/|atrium/).*)'],
}

/** What programs ask for at fixed names. Next would take files of these names for its own. */
const FILES: Readonly<Record<string, string>> = {
  '/favicon.ico': '/favicon',
  '/robots.txt': '/robots',
  '/sitemap.xml': '/sitemap',
}

/** Headers of pages. Next puts its data into inline scripts, and static pages have no nonce to allow them by. */
function pageHeaders(): Record<string, string> {
  const platform = new URL(env().NEXT_PUBLIC_SERVER_URL)
  const secure = platform.protocol === 'https:'
  return {
    'Content-Security-Policy': [
      "default-src 'self'",
      "script-src 'self' 'unsafe-inline'" +
        (env().NODE_ENV === 'development' ? " 'unsafe-eval'" : ''),
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      `frame-ancestors 'self' ${platform.origin}`,
    ].join('; '),
    ...(secure ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  }
}

/** Host → site route. No database and no cookies here: the loader of the page asks who lives at this host. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl
  const host = normalizeHost(request.headers.get('host'))
  const headers = new Headers(request.headers)
  headers.delete('x-tenant')
  const url = request.nextUrl.clone()
  if (pathname === '/admin') return NextResponse.next()
  const file = FILES[pathname]
  if (host === platformHost())
    url.pathname = `/platform${pathname === '/' ? '' : (file ?? pathname)}`
  else if (pathname.startsWith('/preview/'))
    return withHeaders(NextResponse.next({ request: { headers } }))
  else if (isSearch(pathname))
    url.pathname = `/search/${host ?? 'unknown'}/${readAddress(pathname).locale ?? 'main'}`
  else if (file) url.pathname = `/files/${host ?? 'unknown'}${file}`
  else url.pathname = `/site/${host ?? 'unknown'}${pathname === '/' ? '' : pathname}`
  return withHeaders(NextResponse.rewrite(url, { request: { headers } }))
}

/** In the main language, or in another one: `/de/search`. */
const isSearch = (pathname: string): boolean => readAddress(pathname).path === searchPath

function withHeaders(response: NextResponse): NextResponse {
  for (const [name, value] of Object.entries(pageHeaders())) response.headers.set(name, value)
  return response
}
