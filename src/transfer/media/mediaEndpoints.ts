import { env } from '@/env'

import { transferEndpoints } from '../transferEndpoints'
import { mediaAsCsv, mediaAsJson } from './exportMedia'
import { importMedia } from './importMedia'
import { findMedia, MAX_EXPORTED } from './findMedia'
import { mediaAsZip } from './mediaAsZip'
import { MAX_BYTES, readMedia } from './readMedia'
import { openMediaZip } from './openMediaZip'

/** `/api/media/export` and `/api/media/import`: what is said of the media of the space; as a ZIP, their files, too. */
export const mediaTransferEndpoints = transferEndpoints({
  name: 'media',
  maxExported: MAX_EXPORTED,
  formats: ['json', 'csv', 'zip'],
  maxBytes: { json: MAX_BYTES, csv: MAX_BYTES, zip: env().MAX_ARCHIVE_BYTES },
  find: findMedia,
  countOf: ({ ids }) => ids.length,
  write: {
    json: ({ found: { ids }, ...place }) => mediaAsJson({ ...place, ids }),
    csv: ({ found: { ids }, ...place }) => mediaAsCsv({ ...place, ids }),
    zip: ({ found, ...place }) => mediaAsZip({ ...place, ...found }),
  },
  take: async ({ bytes, format }, { req, ...asked }) => {
    const { languages } = asked
    if (format !== 'zip')
      return importMedia(req, { ...asked, ...readMedia(bytes, format, languages) })
    const { texts, files } = await openMediaZip(bytes)
    return importMedia(req, { ...asked, ...readMedia(texts, 'json', languages), files })
  },
})
