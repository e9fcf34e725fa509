import { tagsManifest } from 'next/dist/server/lib/incremental-cache/tags-manifest.external'

import { forgetTenants } from '@/tenancy/resolveTenant'

/**
 * Does what `revalidateTag(tag, { expire: 0 })` does, outside of a request, where Next (16.4) refuses to: its cache in memory
 * compares an entry with the time that is noted for its tags. The module is the one copy that the server itself uses.
 */
export function forgetPages(tag: string): void {
  if (!/^(tenant|host):/.test(tag)) return
  const now = Date.now()
  tagsManifest.set(tag, { ...tagsManifest.get(tag), stale: now, expired: now })
  if (tag.startsWith('host:')) forgetTenants()
}
