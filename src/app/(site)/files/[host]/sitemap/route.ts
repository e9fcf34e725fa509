import { loadSitemap } from '@/site/loadSitemap'
import { loadTenant } from '@/site/loadSite'
import { siteOrigin } from '@/tenancy/host'

export const dynamic = 'force-dynamic'

interface Args {
  params: Promise<{ host: string }>
}

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** https://www.sitemaps.org/protocol.html: the published pages, at the canonical host. */
export async function GET(_request: Request, { params }: Args): Promise<Response> {
  const { host } = await params
  const tenant = await loadTenant(decodeURIComponent(host))
  if (tenant?.status !== 'active') return new Response('Not found', { status: 404 })
  const origin = siteOrigin(tenant)
  const urls = (await loadSitemap(tenant.id)).map(
    ({ path, updatedAt }) =>
      `  <url><loc>${escape(new URL(path, origin).href)}</loc><lastmod>${updatedAt}</lastmod></url>`,
  )
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}
