import { transferEndpoints } from '../transferEndpoints'
import { exportable, pagesAsCsv, pagesAsJson } from './exportPages'
import { importPages } from './importPages'
import { loadTree } from './loadTree'
import { MAX_BYTES, MAX_EXPORTED } from './pageLimits'
import { readPagesCsv } from './readPagesCsv'
import { readPagesJson } from './readPagesJson'

/** `/api/pages/export` and `/api/pages/import`: the pages of the space, drafts included. */
export const pageTransferEndpoints = transferEndpoints({
  name: 'pages',
  maxExported: MAX_EXPORTED,
  formats: ['json', 'csv'],
  maxBytes: { json: MAX_BYTES, csv: MAX_BYTES },
  find: loadTree,
  countOf: (tree) => exportable(tree).length,
  write: {
    json: ({ found: tree, ...place }) => pagesAsJson({ ...place, tree }),
    csv: ({ found: tree, ...place }) => pagesAsCsv({ ...place, tree }),
  },
  take: ({ bytes, format }, { req, ...asked }) => {
    const read = format === 'csv' ? readPagesCsv : readPagesJson
    return importPages(req, { ...asked, ...read(bytes, asked.languages) })
  },
})
