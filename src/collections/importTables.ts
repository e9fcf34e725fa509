import type { CollectionConfig } from 'payload'

import { allow, nobody, platformStaff } from '@/access/rules'
import { platformCollection, tenantCollection } from '@/tenancy/collectionKinds'

/** Tables of the importer (src/import/write), and no endpoint of their own. */
const internal = (slug: string, fields: CollectionConfig['fields']): CollectionConfig => ({
  slug,
  lockDocuments: false,
  disableDuplicate: true,
  endpoints: false,
  graphQL: false,
  admin: { hidden: true },
  access: {
    read: allow(nobody),
    create: allow(nobody),
    update: allow(nobody),
    delete: allow(nobody),
  },
  fields,
})

/** What was imported, when, and how it ended. */
export const Imports: CollectionConfig = platformCollection({
  slug: 'imports',
  labels: { singular: 'Import', plural: 'Imports' },
  lockDocuments: false,
  disableDuplicate: true,
  graphQL: false,
  admin: {
    group: 'Platform',
    useAsTitle: 'source',
    description: 'Imports from MongoDB. They are run on the command line.',
    defaultColumns: ['source', 'status', 'createdAt', 'finishedAt'],
    hidden: ({ user }) => user?.platformRole !== 'platform-admin',
  },
  defaultSort: '-createdAt',
  access: {
    read: allow(platformStaff),
    create: allow(nobody),
    update: allow(nobody),
    delete: allow(nobody),
  },
  fields: [
    { name: 'source', type: 'text', label: 'Source', required: true },
    {
      name: 'status',
      type: 'select',
      label: 'Status',
      required: true,
      defaultValue: 'running',
      options: [
        { value: 'running', label: 'Not finished' },
        { value: 'done', label: 'Done' },
        { value: 'rolled-back', label: 'Rolled back' },
      ],
    },
    { name: 'finishedAt', type: 'date', label: 'Finished' },
    /** Names and sizes of the files: an import goes on with the same ones only. */
    { name: 'fingerprint', type: 'text', required: true, hidden: true },
    { name: 'map', type: 'textarea', label: 'Map', required: true },
    { name: 'options', type: 'json', label: 'Options', required: true },
    { name: 'report', type: 'json', label: 'Report' },
  ],
})

/** How far an import is in each file. */
export const ImportCheckpoints: CollectionConfig = platformCollection(
  internal('import-checkpoints', [
    { name: 'import', type: 'text', required: true },
    { name: 'stage', type: 'text', required: true },
    { name: 'file', type: 'text', required: true },
    { name: 'state', type: 'json', required: true },
  ]),
)

/** Which document of the source is which row here: the map of ids. Its own id is that of the document, see src/import/importedId.ts. */
export const ImportRows: CollectionConfig = tenantCollection(
  internal('import-rows', [
    { name: 'rowCollection', type: 'text', required: true },
    { name: 'rowId', type: 'text', required: true },
    { name: 'sourceDatabase', type: 'text' },
    { name: 'sourceCollection', type: 'text', required: true },
    { name: 'sourceId', type: 'text', required: true },
    /** Of the document in the source. */
    { name: 'hash', type: 'text', required: true },
    /** Of the row as the import left it: whoever changed it since was a person. */
    { name: 'rowHash', type: 'text', required: true },
    /** The document, while something that it refers to has not come in. */
    { name: 'waiting', type: 'textarea' },
    { name: 'madeBy', type: 'text', required: true },
    { name: 'writtenBy', type: 'text', required: true },
  ]),
  { index: [['rowCollection', 'rowId'], ['sourceCollection', 'id'], ['sourceId']], onSite: false },
)

/** What an import overwrote, to be restored when it is rolled back. */
export const ImportChanges: CollectionConfig = tenantCollection(
  internal('import-changes', [
    { name: 'import', type: 'text', required: true },
    { name: 'rowCollection', type: 'text', required: true },
    { name: 'rowId', type: 'text', required: true },
    /** The row, and what the map of ids had of it. Null for one that was not there. */
    { name: 'before', type: 'json' },
  ]),
  { unique: [['import', 'rowCollection', 'rowId']], onSite: false },
)
