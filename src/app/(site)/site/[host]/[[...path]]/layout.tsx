import type { ReactNode } from 'react'

import { readAddress } from '@/locales/addresses'
import { loadTenant } from '@/site/loadSite'
import { SiteDocument } from '@/site/SiteDocument'

export { viewport } from '@/site/viewport'

interface Args {
  children: ReactNode
  params: Promise<{ host: string; path?: string[] }>
}

/** As low as this, because the language is in the path. */
export default async function Layout({ children, params }: Args) {
  const { host, path = [] } = await params
  const tenant = await loadTenant(decodeURIComponent(host))
  const { locale } = readAddress(`/${path.map(decodeURIComponent).join('/')}`)
  return (
    <SiteDocument tenant={tenant} locale={locale}>
      {children}
    </SiteDocument>
  )
}
