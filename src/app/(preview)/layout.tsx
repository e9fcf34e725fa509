import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'

import '@/site/site.css'

export const metadata: Metadata = { robots: { index: false, follow: false } }
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
