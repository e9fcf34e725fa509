import config from '@payload-config'
import { getPayload } from 'payload'

import { platform } from '@/db/scope'
import { withScope } from '@/db/withScope'
import { env } from '@/env'
import { PlatformHome } from '@/site/PlatformHome'
import { siteOrigin } from '@/tenancy/host'

export const dynamic = 'force-dynamic'

/** Demo spaces are listed in the demo only: elsewhere, who the platform's customers are is not for everybody to read. */
async function loadDemoSpaces() {
  if (!env().ATRIUM_DEMO) return []
  const payload = await getPayload({ config })
  const { docs } = await withScope(platform({ actor: 'system', reason: 'list demo spaces' }), () =>
    payload.find({
      collection: 'tenants',
      depth: 0,
      limit: 12,
      pagination: false,
      sort: 'createdAt',
      where: { slug: { in: ['harbor', 'foundry', 'atelier'] } },
    }),
  )
  return docs.map(({ name, slug, branding }) => {
    const look: Record<string, unknown> =
      typeof branding === 'object' && branding !== null && !Array.isArray(branding) ? branding : {}
    return {
      name,
      url: siteOrigin({ slug, domains: [] }),
      tagline: typeof look.tagline === 'string' ? look.tagline : undefined,
      colour: typeof look.primary === 'string' ? look.primary : undefined,
    }
  })
}

export default async function Page() {
  return <PlatformHome spaces={await loadDemoSpaces()} adminUrl="/admin" />
}
