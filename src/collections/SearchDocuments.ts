import type { CollectionConfig } from 'payload'

import { nobody, readBy } from '@/access/rules'
import { tenantCollection, type IsolationOptions } from '@/tenancy/collectionKinds'

/** Tables of the search: written by triggers (src/db/sql/triggers), read by src/search, and no endpoint of their own. */
const searchTable = (slug: string, fields: CollectionConfig['fields'], options: IsolationOptions) =>
  tenantCollection(
    {
      slug,
      lockDocuments: false,
      disableDuplicate: true,
      endpoints: false,
      graphQL: false,
      admin: { hidden: true },
      access: readBy(nobody),
      fields,
    },
    options,
  )

/** What search knows of a document: one row, or two when its editors work on something that visitors do not see yet. */
export const SearchDocuments = searchTable(
  'search-documents',
  [
    { name: 'kind', type: 'text', required: true },
    { name: 'documentId', type: 'text', required: true },
    { name: 'locale', type: 'text', required: true },
    { name: 'published', type: 'checkbox', required: true },
    { name: 'working', type: 'checkbox', required: true },
    { name: 'title', type: 'text', required: true },
    { name: 'body', type: 'textarea', required: true },
    { name: 'path', type: 'text' },
    { name: 'visibleFrom', type: 'date' },
  ],
  { unique: [['kind', 'documentId', 'locale', 'published']] },
)

/** The words of published pages, to suggest one for another that nobody wrote. */
export const SearchWords = searchTable(
  'search-words',
  [{ name: 'word', type: 'text', required: true }],
  { unique: [['word']] },
)

/**
 * The vector of a page's text, for related pages: one row for each entry of the search that has been looked at, and gone with it.
 * The numbers are in a column of the database's (src/search/searchColumns.ts), empty where there is no text.
 */
export const PageEmbeddings = searchTable(
  'page-embeddings',
  [
    { name: 'page', type: 'relationship', relationTo: 'pages', required: true, maxDepth: 0 },
    {
      name: 'entry',
      type: 'relationship',
      relationTo: 'search-documents',
      required: true,
      maxDepth: 0,
    },
    { name: 'locale', type: 'text', required: true },
    { name: 'model', type: 'text', required: true },
    { name: 'hash', type: 'text', required: true },
    { name: 'writtenAt', type: 'date', required: true },
  ],
  { unique: [['entry']], onSite: false, goesWith: ['page', 'entry'] },
)
