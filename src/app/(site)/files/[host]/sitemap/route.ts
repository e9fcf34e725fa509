import { buildSitemap } from '@/site/buildSitemap'
import { loadSitemap } from '@/site/loadSitemap'
import { loadTenant } from '@/site/loadSite'

export const dynamic = 'force-dynamic'

interface Args {
  params: Promise<{ host: string }>
}

/** The published pages, at the canonical host. */
export async function GET(_request: Request, { params }: Args): Promise<Response> {
  const { host } = await params
  const tenant = await loadTenant(decodeURIComponent(host))
  if (tenant?.status !== 'active') return new Response('Not found', { status: 404 })
  return new Response(buildSitemap(tenant, await loadSitemap(tenant)), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  })
}
