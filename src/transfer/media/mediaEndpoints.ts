import { transferEndpoints } from '../transferEndpoints'
import { mediaAsCsv, mediaAsJson } from './exportMedia'
import { importMedia } from './importMedia'
import { findMedia, MAX_EXPORTED } from './findMedia'
import { MAX_BYTES, readMedia } from './readMedia'

/** `/api/media/export` and `/api/media/import`: what is said of the media of the space, and where their files are. */
export const mediaTransferEndpoints = transferEndpoints({
  name: 'media',
  maxExported: MAX_EXPORTED,
  maxBytes: MAX_BYTES,
  find: findMedia,
  countOf: (ids) => ids.length,
  write: {
    json: ({ found: ids, ...place }) => mediaAsJson({ ...place, ids }),
    csv: ({ found: ids, ...place }) => mediaAsCsv({ ...place, ids }),
  },
  take: ({ bytes, format }, { req, ...asked }) =>
    importMedia(req, { ...asked, ...readMedia(bytes, format, asked.languages) }),
})
