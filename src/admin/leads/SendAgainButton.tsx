'use client'

import { Button, toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'
import { useState } from 'react'

/** Sends a delivery once more. */
export const SendAgainButton = ({ delivery }: { delivery: string }) => {
  const { config } = useConfig()
  const router = useRouter()
  const [busy, setBusy] = useState(false)

  const send = async () => {
    setBusy(true)
    const url = formatAdminURL({
      apiRoute: config.routes.api,
      path: `/deliveries/${delivery}/send-again`,
    })
    const ok = await fetch(url, { method: 'POST', credentials: 'include' })
      .then((response) => response.ok)
      .catch(() => false)
    setBusy(false)
    if (ok) toast.success('It will be sent in a moment.')
    else toast.error('It could not be queued. Load the page again to see its state.')
    router.refresh()
  }

  return (
    <Button
      buttonStyle="secondary"
      size="small"
      margin={false}
      disabled={busy}
      onClick={() => void send()}
    >
      Send again
    </Button>
  )
}
