import type { CollectionBeforeChangeHook } from 'payload'

import { idOf } from '@/access/rules'
import { normalizeTarget } from '@/redirects/redirectTarget'
import { hostsOf } from '@/redirects/hostsOf'

/** One target, in the form in which circles are found. A redirect that a person changed is theirs from then on. */
export const normalizeRedirect: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const to: Record<string, unknown> = { ...originalDoc?.to, ...data.to }
  const tenant = idOf(data.tenant) ?? idOf(originalDoc?.tenant)
  const target =
    to.type === 'custom' && typeof to.url === 'string'
      ? { type: 'custom', reference: null, url: await ownPath(to.url) }
      : { type: 'reference', reference: idOf(to.reference) ?? null, url: null }
  const changed = operation === 'create' || data.from !== undefined || data.to !== undefined
  const type = data.type ?? originalDoc?.type ?? '301'
  return { ...data, type, to: target, ...(changed ? { origin: 'manual' } : {}) }

  async function ownPath(url: string): Promise<string> {
    return normalizeTarget(url, await hostsOf(req.payload, tenant))
  }
}
