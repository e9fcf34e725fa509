import type { CollectionConfig } from 'payload'

import { nobody, readBy } from '@/access/rules'
import { tenantCollection } from '@/tenancy/collectionKinds'

/** Tables of the search: written by triggers (src/db/sql/triggers), read by src/search, and no endpoint of their own. */
const searchTable = (slug: string, fields: CollectionConfig['fields'], unique: string[]) =>
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
    { unique: [unique] },
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
  ['kind', 'documentId', 'locale', 'published'],
)

/** The words of published pages, to suggest one for another that nobody wrote. */
export const SearchWords = searchTable(
  'search-words',
  [{ name: 'word', type: 'text', required: true }],
  ['word'],
)
