import type { Metadata } from 'next'
import type { ReactNode } from 'react'

import { directionOf } from '@/site/Language'
import { readPreview } from '@/tenancy/previewToken'
import '@/site/site.css'

export { viewport } from '@/site/viewport'

export const metadata: Metadata = { robots: { index: false, follow: false } }

interface Args {
  children: ReactNode
  params: Promise<{ token: string }>
}

export default async function Layout({ children, params }: Args) {
  const { token } = await params
  const locale = readPreview(decodeURIComponent(token))?.locale ?? 'en'
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <body>{children}</body>
    </html>
  )
}
