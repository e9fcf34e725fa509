import { revalidateTag } from 'next/cache'
import type { Payload } from 'payload'

import { broadcast } from '@/db/broadcast'

/** The tag of everything that is cached for one tenant. */
export const tenantTag = (tenant: string): string => `tenant:${tenant}`

/** The tag of the answer to "who lives at this host?", strangers' hosts included. */
export const hostTag = (host: string): string => `host:${host}`

async function forget(payload: Payload, tag: string): Promise<void> {
  try {
    revalidateTag(tag, { expire: 0 })
  } catch {
    // Outside of a request (a job, the seed, a script) Next throws. The listener of each server hears of it instead.
  }
  await broadcast(payload, tag)
}

/** Forgets the cached pages of one tenant, in every process: the next request renders anew. The others' stay. */
export const invalidateTenant = (payload: Payload, tenant: string): Promise<void> =>
  forget(payload, tenantTag(tenant))

export const invalidateHost = (payload: Payload, host: string): Promise<void> =>
  forget(payload, hostTag(host))
