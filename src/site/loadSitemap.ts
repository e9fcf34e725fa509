import { unstable_cache } from 'next/cache'

import { tenantTag } from '@/tenancy/invalidateTenant'

import { REVALIDATE_SECONDS } from './loadSite'
import { withVisitor } from './withVisitor'

/** The protocol's limit for one file. */
const MAX_URLS = 50_000

/** Published pages that search engines may show. */
export const loadSitemap = (tenant: string): Promise<{ path: string; updatedAt: string }[]> =>
  unstable_cache(
    () =>
      withVisitor(tenant, async (req) => {
        const { docs } = await req.payload.find({
          collection: 'pages',
          depth: 0,
          limit: MAX_URLS,
          overrideAccess: false,
          pagination: false,
          req,
          select: { path: true, updatedAt: true, meta: true },
          sort: 'path',
        })
        return docs.flatMap(({ path, updatedAt, meta }) =>
          path && !meta?.noIndex ? [{ path, updatedAt }] : [],
        )
      }),
    ['sitemap', tenant],
    { tags: [tenantTag(tenant)], revalidate: REVALIDATE_SECONDS },
  )()
