import type { ReactNode } from 'react'

import type { Locale } from '@/locales/locales'
import type { TenantSummary } from '@/tenancy/resolveTenant'

import { directionOf } from './Language'
import { loadSite } from './loadSite'
import './site.css'

/** The document around a page of a site, in its language; English and plain where nobody lives. */
export async function SiteDocument({
  tenant,
  locale,
  children,
}: {
  tenant: TenantSummary | null
  locale: Locale | undefined
  children: ReactNode
}) {
  const language =
    tenant && locale && tenant.locales.includes(locale) ? locale : tenant?.defaultLocale
  const lang =
    tenant?.status === 'active' ? (await loadSite(tenant, language)).format : (language ?? 'en')
  return (
    <html lang={lang} dir={directionOf(language ?? 'en')}>
      <body>{children}</body>
    </html>
  )
}
