import { loadSite, loadTenant } from '@/site/loadSite'
import { populated } from '@/site/populated'

export const dynamic = 'force-dynamic'

interface Args {
  params: Promise<{ host: string }>
}

/** For whoever asks without reading the page: the space's icon, else Atrium's. */
export async function GET(_request: Request, { params }: Args): Promise<Response> {
  const { host } = await params
  const tenant = await loadTenant(decodeURIComponent(host))
  const icon = tenant && populated((await loadSite(tenant)).settings.favicon)
  return new Response(null, {
    status: 302,
    headers: { Location: icon?.url ?? '/atrium/icon.svg', 'Cache-Control': 'public, max-age=300' },
  })
}
