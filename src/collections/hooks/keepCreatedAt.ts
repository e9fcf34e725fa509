import type { CollectionBeforeChangeHook } from 'payload'

/**
 * When something was made is the server's to say: by it leads are erased, and conversations are read. Payload (3.90) takes it from
 * whoever may write the document; only code of ours that brings something in from elsewhere says it, and once.
 */
export const keepCreatedAt: CollectionBeforeChangeHook = ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'update') return { ...data, createdAt: originalDoc?.createdAt }
  if (req.payloadAPI === 'local') return data
  const { createdAt: _said, ...rest } = data
  return rest
}
