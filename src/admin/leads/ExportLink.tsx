'use client'

import { useConfig } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'

/** The leads that the list shows, all pages of it, as a table. */
export const ExportLink = () => {
  const { config } = useConfig()
  const shown = useSearchParams()
  const query = new URLSearchParams([...shown].filter(([key]) => key.startsWith('where')))
  const path = formatAdminURL({
    apiRoute: config.routes.api,
    path: `/form-submissions/export?${query.toString()}`,
  })
  return (
    <a href={path} download>
      Export as CSV
    </a>
  )
}
