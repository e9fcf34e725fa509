import { unstable_cache } from 'next/cache'

import { tenantTag } from '@/tenancy/invalidateTenant'
import type { TenantSummary } from '@/tenancy/resolveTenant'

import { pathsIn, type Paths } from './loadPage'
import { REVALIDATE_SECONDS } from './loadSite'
import { withVisitor } from './withVisitor'

/** The protocol's limit for one file. */
const MAX_URLS = 50_000

export interface SitemapEntry {
  /** By the languages that the page is written in. */
  readonly paths: Paths
  readonly updatedAt: string
}

/** Published pages that search engines may show. */
export const loadSitemap = (tenant: TenantSummary): Promise<SitemapEntry[]> =>
  unstable_cache(
    () =>
      withVisitor(tenant.id, async (req) => {
        const { docs } = await req.payload.find({
          collection: 'pages',
          depth: 0,
          limit: MAX_URLS,
          locale: 'all',
          overrideAccess: false,
          pagination: false,
          req,
          select: { path: true, updatedAt: true, meta: true },
        })
        return docs
          .filter(({ meta }) => !meta?.noIndex)
          .map(({ path, updatedAt }) => ({ paths: pathsIn(path, tenant), updatedAt }))
          .sort((a, b) => firstOf(a).localeCompare(firstOf(b)))
          .slice(0, Math.floor(MAX_URLS / tenant.locales.length))
      }),
    ['sitemap', tenant.id, tenant.locales.join()],
    { tags: [tenantTag(tenant.id)], revalidate: REVALIDATE_SECONDS },
  )()

const firstOf = ({ paths }: SitemapEntry): string => Object.values(paths)[0] ?? ''
