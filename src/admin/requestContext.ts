import { headers } from 'next/headers'
import type { Payload } from 'payload'

import { contextOf, type RequestContext } from '@/tenancy/resolveScope'

/**
 * Who asks, where, and what they see: for components, which get neither a `req` nor the headers. Null at a host that is
 * nobody's.
 */
export async function loadRequestContext(payload: Payload): Promise<RequestContext | null> {
  try {
    return await contextOf(payload, await headers())
  } catch {
    return null
  }
}
