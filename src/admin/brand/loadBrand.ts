import { headers } from 'next/headers'
import { cache } from 'react'

import type { Media } from '@/payload-types'
import { loadSite, loadTenant } from '@/site/loadSite'
import { populated } from '@/site/populated'
import { normalizeHost, platformHost } from '@/tenancy/host'
import type { TenantSummary } from '@/tenancy/resolveTenant'

export interface BrandPicture {
  readonly url: string
  readonly width: number
  readonly height: number
}

/** How a space presents itself in the admin: what it shows to every visitor of its site, and nothing else. */
export interface Brand {
  readonly tenant: TenantSummary
  readonly name: string
  readonly logo: BrandPicture | null
  readonly icon: BrandPicture | null
  /** What its pictures are made to stand on. */
  readonly surface: string
  readonly primary: string
}

/** The brand of the space at whose address the admin is open; null at the platform's, where it is Atrium's own. */
export const loadBrand = cache(async (): Promise<Brand | null> => {
  const host = normalizeHost((await headers()).get('host'))
  const tenant = host === undefined || host === platformHost() ? null : await loadTenant(host)
  // At a host that is nobody's, Payload says so itself, below Atrium's mark.
  if (!tenant) return null
  const { settings } = await loadSite(tenant)
  // The people of a suspended space are refused its files.
  const isOpen = tenant.status === 'active'
  return {
    tenant,
    name: settings.siteName || tenant.name,
    logo: isOpen ? pictureOf(settings.logo) : null,
    icon: isOpen ? pictureOf(settings.favicon) : null,
    surface: settings.theme.surface,
    primary: settings.theme.primary,
  }
})

function pictureOf(relation: Media | string | null | undefined): BrandPicture | null {
  const media = populated(relation)
  if (!media?.url || !media.mimeType?.startsWith('image/')) return null
  return { url: media.url, width: media.width ?? 1, height: media.height ?? 1 }
}
