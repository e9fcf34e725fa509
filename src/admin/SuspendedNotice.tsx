import type { ServerProps } from 'payload'

import { tenantsOf } from '@/db/scope'

import { loadRequestContext } from './requestContext'

import './suspended.css'

/** Above every page of the admin, for somebody of whose spaces one is suspended. */
export const SuspendedNotice = async ({ payload }: ServerProps) => {
  const context = await loadRequestContext(payload)
  if (!context?.user) return null
  const { scope, suspended } = context
  // Whoever has nothing else to work on is told so by the dashboard, with more words.
  if (suspended.length === 0 || tenantsOf(scope).length === 0) return null
  const names = suspended.map(({ name }) => name).join(', ')
  return (
    <p className="atrium-suspended" role="status">
      <strong>{names}</strong> {suspended.length === 1 ? 'is' : 'are'} suspended: closed to
      visitors, and nobody can work on it. Nothing is lost.
    </p>
  )
}
