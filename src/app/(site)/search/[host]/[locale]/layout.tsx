import type { ReactNode } from 'react'

import { localeOf } from '@/locales/locales'
import { loadTenant } from '@/site/loadSite'
import { SiteDocument } from '@/site/SiteDocument'

export { viewport } from '@/site/viewport'

interface Args {
  children: ReactNode
  params: Promise<{ host: string; locale: string }>
}

export default async function Layout({ children, params }: Args) {
  const { host, locale } = await params
  const tenant = await loadTenant(decodeURIComponent(host))
  return (
    <SiteDocument tenant={tenant} locale={localeOf(locale)?.code}>
      {children}
    </SiteDocument>
  )
}
