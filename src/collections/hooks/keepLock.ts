import type { CollectionAfterChangeHook } from 'payload'

/**
 * Whoever writes goes on writing: a page that saves itself stays locked. Payload ends a lock with each save (3.90), and so with an
 * autosave nobody would be told that somebody else is there (payloadcms/payload#11604).
 */
export const keepLock: CollectionAfterChangeHook = async ({ collection, doc, operation, req }) => {
  const isAutosave = req.payloadAPI === 'REST' && String(req.query?.autosave) === 'true'
  if (operation !== 'update' || !isAutosave || !req.user) return doc
  await req.payload.db.create({
    collection: 'payload-locked-documents',
    data: {
      document: { relationTo: collection.slug, value: doc.id },
      user: { relationTo: req.user.collection, value: req.user.id },
    },
    req,
    returning: false,
  })
  return doc
}
