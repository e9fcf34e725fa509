import type { Payload } from 'payload'

import { siteHosts } from '@/tenancy/host'
import { loadTenantSummaries } from '@/tenancy/resolveTenant'

/** The hosts at which a space answers. */
export async function hostsOf(payload: Payload, tenant: string | undefined): Promise<string[]> {
  const [space] = tenant === undefined ? [] : await loadTenantSummaries(payload, [tenant])
  return space ? siteHosts(space) : []
}
