import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'

import { idOf } from '@/access/rules'
import { afterCommit } from '@/db/afterCommit'
import { invalidateTenant } from './invalidateTenant'

type Hook = CollectionAfterChangeHook & CollectionAfterDeleteHook

/** Drops the tenant's cached pages once the change is committed. Drafts change nothing that is cached. */
export const invalidateAfterCommit: Hook = async ({ doc, req, ...rest }) => {
  const tenant = idOf(doc.tenant)
  const previous = 'previousDoc' in rest ? rest.previousDoc : undefined
  // Saved as a draft, or never published; without the query it may just have been taken offline.
  const savesDraft = String(req.query?.draft) === 'true' || previous?._status !== 'published'
  const draftOnly = doc._status === 'draft' && savesDraft
  if (tenant !== undefined && !draftOnly)
    await afterCommit(req, () => invalidateTenant(req.payload, tenant))
  return doc
}
