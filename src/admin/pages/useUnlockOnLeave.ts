import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

/** Whoever leaves a page does not keep it from others. Payload unlocks what has unsaved changes (3.90), and a page saves itself. */
export function useUnlockOnLeave(): void {
  const { collectionSlug, documentLockState, id, unlockDocument } = useDocumentInfo()
  const { user } = useAuth()
  const leave = useRef<() => void>(undefined)
  useEffect(() => {
    leave.current = () => {
      const holder: unknown = documentLockState.current?.user
      const holds = typeof holder === 'object' ? Reflect.get(Object(holder), 'id') : holder
      if (id && collectionSlug && user && holds === user.id) void unlockDocument(id, collectionSlug)
    }
  })
  useEffect(() => () => leave.current?.(), [])
}
