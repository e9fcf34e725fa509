import { revalidateTag } from 'next/cache'

/** The tag of everything that is cached for one tenant. */
export const tenantTag = (tenant: string): string => `tenant:${tenant}`

/** The tag of the answer to "who lives at this host?", strangers' hosts included. */
export const hostTag = (host: string): string => `host:${host}`

function forget(tag: string): void {
  try {
    revalidateTag(tag, { expire: 0 })
  } catch {
    // Outside of the server (the seed, a script) there is no cache of this process, and Next says so by throwing.
  }
}

/** Forgets the cached pages of one tenant, at once: the next request renders anew. The others' stay. */
export const invalidateTenant = (tenant: string): void => forget(tenantTag(tenant))

export const invalidateHost = (host: string): void => forget(hostTag(host))
