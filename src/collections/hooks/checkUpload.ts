import type { CollectionBeforeOperationHook } from 'payload'

import { assertUpload } from '@/media/assertUpload'

/** Refuses what is not what it says it is, what is too large, and what the virus scanner knows, before a size of it is made. */
export const checkUpload: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const writes = operation === 'create' || operation === 'update' || operation === 'updateByID'
  if (req.file && writes) await assertUpload(req.file)
  return args
}
