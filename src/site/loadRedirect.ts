import { unstable_cache } from 'next/cache'
import { cache } from 'react'

import { followRedirect, type FollowedRedirect } from '@/redirects/followRedirect'
import { tenantTag } from '@/tenancy/invalidateTenant'

import { REVALIDATE_SECONDS } from './loadSite'
import { withVisitor } from './withVisitor'

/** Where a tenant sends visitors of a path that is none of its pages; null for nowhere. */
export const loadRedirect = cache(
  (tenant: string, path: string): Promise<FollowedRedirect | null> =>
    unstable_cache(
      () => withVisitor(tenant, (req) => followRedirect(req, path)),
      ['redirect', tenant, path],
      { tags: [tenantTag(tenant)], revalidate: REVALIDATE_SECONDS },
    )(),
)
