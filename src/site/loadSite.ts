import config from '@payload-config'
import { unstable_cache } from 'next/cache'
import { getPayload } from 'payload'
import { cache } from 'react'

import type { SiteSetting, Tenant } from '@/payload-types'
import { hostTag, tenantTag } from '@/tenancy/invalidateTenant'
import { resolveTenantByHost, type TenantSummary } from '@/tenancy/resolveTenant'

import { withVisitor } from './withVisitor'

/** Other processes, and pages whose time comes, catch up within this time. A change in this process is seen at once. */
export const REVALIDATE_SECONDS = 60

export interface Site {
  readonly tenant: TenantSummary
  readonly settings: SiteSetting
  /** BCP 47. */
  readonly locale: string
}

/** Who lives at a host; null where nobody does. */
export const loadTenant = cache((host: string): Promise<TenantSummary | null> =>
  unstable_cache(
    async () => resolveTenantByHost(await getPayload({ config }), host),
    ['tenant', host],
    { tags: [hostTag(host)], revalidate: REVALIDATE_SECONDS },
  )(),
)

/** What stands around every page of a tenant. */
export const loadSite = cache((tenant: TenantSummary): Promise<Site> =>
  unstable_cache(() => read(tenant), ['site', tenant.id], {
    tags: [tenantTag(tenant.id)],
    revalidate: REVALIDATE_SECONDS,
  })(),
)

const read = (tenant: TenantSummary): Promise<Site> =>
  withVisitor(tenant.id, async (req) => {
    const { docs } = await req.payload.find({
      collection: 'site-settings',
      depth: 1,
      limit: 1,
      overrideAccess: false,
      pagination: false,
      req,
    })
    // The tenant's own row: visitors have no access to the collection, only to what the site needs of it.
    const row = await req.payload.db.findOne<Tenant>({
      collection: 'tenants',
      req,
      where: { id: { equals: tenant.id } },
    })
    return { tenant, settings: docs[0] ?? emptySettings(tenant), locale: localeOf(row) }
  })

function localeOf(tenant: Tenant | null): string {
  const settings: unknown = tenant?.settings
  const locale: unknown =
    typeof settings === 'object' && settings !== null ? Reflect.get(settings, 'locale') : undefined
  return typeof locale === 'string' && Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0
    ? locale
    : 'en'
}

/** A new space has a site before anybody has made its settings. */
const emptySettings = (tenant: TenantSummary): SiteSetting => ({
  id: tenant.id,
  tenant: tenant.id,
  siteName: tenant.name,
  theme: { primary: '#1f5f5b', accent: '#c8643c', surface: '#fbfaf7', text: '#1c2321' },
  createdAt: '',
  updatedAt: '',
})
