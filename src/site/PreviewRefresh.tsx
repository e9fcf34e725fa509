'use client'

import { RefreshRouteOnSave } from '@payloadcms/live-preview-react'
import { useRouter } from 'next/navigation'
import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** The admin that shows this page in a frame. Known in the browser only. */
const framedBy = (): string | null =>
  URL.canParse(document.referrer) ? new URL(document.referrer).origin : null

/** Loads the preview anew when the editor saves. It listens to the admin that it is framed by, and to nobody else. */
export function PreviewRefresh({ origins }: { origins: string[] }) {
  const router = useRouter()
  const frame = useSyncExternalStore(never, framedBy, () => null)
  const origin = origins.find((known) => known === frame)
  return origin ? <RefreshRouteOnSave refresh={() => router.refresh()} serverURL={origin} /> : null
}
