import type { Viewport } from 'next'
import type { ReactNode } from 'react'

import { loadSite, loadTenant } from '@/site/loadSite'
import '@/site/site.css'

interface Args {
  children: ReactNode
  params: Promise<{ host: string }>
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
}

export default async function Layout({ children, params }: Args) {
  const { host } = await params
  const tenant = await loadTenant(decodeURIComponent(host))
  const locale = tenant?.status === 'active' ? (await loadSite(tenant)).locale : 'en'
  return (
    <html lang={locale}>
      <body>{children}</body>
    </html>
  )
}
