import type { CollectionBeforeChangeHook } from 'payload'

/**
 * When a document is about to be written, its picture is cropped. The S3 plugin saves it once more with the same request
 * (3.90, afterChange): the picture would be loaded and cut a second time.
 */
export const forgetUploadEdits: CollectionBeforeChangeHook = ({ data, req }) => {
  if (req.query) delete req.query.uploadEdits
  return data
}
