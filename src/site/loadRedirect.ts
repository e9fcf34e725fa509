import { unstable_cache } from 'next/cache'
import { cache } from 'react'

import { followRedirect, type FollowedRedirect } from '@/redirects/followRedirect'
import { tenantTag } from '@/tenancy/invalidateTenant'
import type { TenantSummary } from '@/tenancy/resolveTenant'

import { REVALIDATE_SECONDS } from './loadSite'
import { withVisitor } from './withVisitor'

/** Where a tenant sends visitors of an address that is none of its pages; null for nowhere. */
export const loadRedirect = cache(
  (tenant: TenantSummary, address: string): Promise<FollowedRedirect | null> =>
    unstable_cache(
      () => withVisitor(tenant.id, (req) => followRedirect(req, tenant, address)),
      ['redirect', tenant.id, tenant.locales.join(), address],
      { tags: [tenantTag(tenant.id)], revalidate: REVALIDATE_SECONDS },
    )(),
)
