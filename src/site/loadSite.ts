import config from '@payload-config'
import { unstable_cache } from 'next/cache'
import { getPayload } from 'payload'
import { cache } from 'react'

import type { Locale } from '@/locales/locales'
import type { SiteSetting, Tenant } from '@/payload-types'
import { hostTag, tenantTag } from '@/tenancy/invalidateTenant'
import { resolveTenantByHost, type TenantSummary } from '@/tenancy/resolveTenant'

import { readingOf, type Reading } from './Language'
import { withAddresses } from './withAddresses'
import { withVisitor } from './withVisitor'

/** Other processes, and pages whose time comes, catch up within this time. A change in this process is seen at once. */
export const REVALIDATE_SECONDS = 60

export interface Site {
  readonly tenant: TenantSummary
  readonly settings: SiteSetting
  readonly reading: Reading
  /** BCP 47, for times and dates: the space's own region where it speaks this language. */
  readonly format: string
}

/** Who lives at a host; null where nobody does. */
export const loadTenant = cache((host: string): Promise<TenantSummary | null> =>
  unstable_cache(
    async () => resolveTenantByHost(await getPayload({ config }), host),
    ['tenant', host],
    { tags: [hostTag(host)], revalidate: REVALIDATE_SECONDS },
  )(),
)

/** What stands around every page of a tenant, in a language. */
export const loadSite = cache(
  (tenant: TenantSummary, locale: Locale = tenant.defaultLocale): Promise<Site> =>
    unstable_cache(
      () => read(tenant, readingOf(tenant, locale)),
      ['site', tenant.id, tenant.locales.join(), locale],
      { tags: [tenantTag(tenant.id)], revalidate: REVALIDATE_SECONDS },
    )(),
)

const read = (tenant: TenantSummary, reading: Reading): Promise<Site> =>
  withVisitor(tenant.id, async (req) => {
    const { docs } = await req.payload.find({
      collection: 'site-settings',
      depth: 1,
      limit: 1,
      overrideAccess: false,
      pagination: false,
      req,
      ...reading,
    })
    // The tenant's own row: visitors have no access to the collection, only to what the site needs of it.
    const row = await req.payload.db.findOne<Tenant>({
      collection: 'tenants',
      req,
      where: { id: { equals: tenant.id } },
    })
    const settings = withAddresses(docs[0] ?? emptySettings(tenant), reading)
    return { tenant, settings, reading, format: formatOf(row, reading.locale) }
  })

function formatOf(tenant: Tenant | null, locale: Locale): string {
  const settings: unknown = tenant?.settings
  const tag: unknown =
    typeof settings === 'object' && settings !== null ? Reflect.get(settings, 'locale') : undefined
  const isRegion =
    typeof tag === 'string' &&
    tag.split('-')[0] === locale.split('-')[0] &&
    Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0
  return isRegion ? tag : locale
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
