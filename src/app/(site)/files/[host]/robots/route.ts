import { loadTenant } from '@/site/loadSite'
import { siteOrigin } from '@/tenancy/host'

export const dynamic = 'force-dynamic'

interface Args {
  params: Promise<{ host: string }>
}

/** What robots may read: everything but the admin and the API, from the canonical host's point of view. */
export async function GET(_request: Request, { params }: Args): Promise<Response> {
  const { host } = await params
  const tenant = await loadTenant(decodeURIComponent(host))
  if (!tenant) return new Response('Not found', { status: 404 })
  const lines =
    tenant.status === 'active'
      ? [
          'User-agent: *',
          'Disallow: /admin',
          'Disallow: /api/',
          'Allow: /api/media/',
          '',
          `Sitemap: ${siteOrigin(tenant)}/sitemap.xml`,
        ]
      : ['User-agent: *', 'Disallow: /']
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
