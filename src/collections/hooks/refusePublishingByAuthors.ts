import type { CollectionBeforeChangeHook } from 'payload'

import { idOf, mayPublishIn, scopeOf } from '@/access/rules'
import { AtriumError } from '@/errors'

/**
 * Only owners and editors publish. Here and not in the access function alone: restoring a version and duplicating publish
 * as well, and they ask no access function with the new status.
 */
export const refusePublishingByAuthors: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  req,
}) => {
  if (data._status !== 'published') return data
  const scope = await scopeOf(req)
  const tenant = idOf(data.tenant) ?? idOf(originalDoc?.tenant)
  if (!scope || !mayPublishIn(scope, tenant)) {
    throw new AtriumError('FORBIDDEN', {
      message: 'Authors save drafts; an editor publishes them.',
    })
  }
  return data
}
