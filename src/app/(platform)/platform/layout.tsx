import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'

import '@/site/platform.css'

export const metadata: Metadata = {
  title: 'Atrium – one app, a site for every space',
  description:
    'A multi-tenant CMS on PostgreSQL: every space has its own site, its own editors and its own data.',
  icons: { icon: '/atrium/icon.svg' },
}
export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
}

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
