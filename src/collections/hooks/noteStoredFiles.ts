import type { CollectionAfterChangeHook } from 'payload'

import { readStoredNames } from '@/media/storedNames'

/** Before files are stored, and once their names are the document's: who wants to take them back is told which they are. */
export const noteStoredFiles: CollectionAfterChangeHook = ({ doc, operation, req }) => {
  const names: unknown = req.context.storedNames
  if (operation === 'create' && Array.isArray(names)) names.push(...readStoredNames(doc))
  return doc
}
