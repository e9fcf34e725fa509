import type { CollectionConfig } from 'payload'

import { allow, EDITORS, hasRole, nobody, platformStaff, readBy } from '@/access/rules'
import { platformCollection, tenantCollection } from '@/tenancy/collectionKinds'

import { findByOldId } from './hooks/findByOldId'

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

/** Nobody is shown it, or answered a question about it: in `waiting` are whole documents. */
const ofImporter = {
  hidden: true,
  access: { read: () => false },
  admin: { disabled: true },
  custom: { inGraphQL: false },
} as const

/**
 * Which document of the source is which row here: the map of ids. Its own id is that of the document, see src/import/importedId.ts. Programs
 * that know old ids ask for them here; in the admin it says nothing that the row itself does not say better.
 */
export const ImportRows: CollectionConfig = tenantCollection(
  {
    slug: 'import-rows',
    labels: { singular: 'Imported row', plural: 'Imported rows' },
    lockDocuments: false,
    disableDuplicate: true,
    admin: { hidden: true },
    defaultSort: 'id',
    hooks: { beforeOperation: [findByOldId] },
    access: readBy(hasRole(EDITORS)),
    fields: [
      { name: 'rowCollection', type: 'text', label: 'Collection here', required: true },
      { name: 'rowId', type: 'text', label: 'Id here', required: true },
      { name: 'sourceDatabase', type: 'text', label: 'Database' },
      { name: 'sourceCollection', type: 'text', label: 'Collection', required: true },
      { name: 'sourceId', type: 'text', label: 'Old id', required: true },
      /** Of the document in the source. */
      { name: 'hash', type: 'text', required: true, ...ofImporter },
      /** Of the row as the import left it: whoever changed it since was a person. */
      { name: 'rowHash', type: 'text', required: true, ...ofImporter },
      /** The document, while something that it refers to has not come in. */
      { name: 'waiting', type: 'textarea', ...ofImporter },
      { name: 'madeBy', type: 'text', required: true, ...ofImporter },
      { name: 'writtenBy', type: 'text', required: true, ...ofImporter },
    ],
  },
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
