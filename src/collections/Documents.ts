import type { CollectionConfig } from 'payload'

import { allow, EDITORS, hasRole, nobody, OWNERS } from '@/access/rules'
import { tenantCollection } from '@/tenancy/collectionKinds'

import { findByOldId } from './hooks/findByOldId'

const readOnly = { readOnly: true } as const

/**
 * What an import found no place for in another collection, as it was: whole documents of MongoDB, and of mapped ones what no rule
 * maps. Written by src/import only.
 */
export const Documents: CollectionConfig = tenantCollection(
  {
    slug: 'documents',
    labels: { singular: 'Imported document', plural: 'Imported documents' },
    disableDuplicate: true,
    lockDocuments: false,
    admin: {
      group: 'System',
      useAsTitle: 'sourceId',
      description: 'What an import from MongoDB found no other place for, as it was there.',
      defaultColumns: ['sourceCollection', 'sourceId', 'complete', 'updatedAt'],
      listSearchableFields: ['sourceCollection', 'sourceId'],
    },
    defaultSort: 'id',
    hooks: { beforeOperation: [findByOldId] },
    access: {
      // Nobody knows what is in them: bookings and invoices of people, say, as among the leads.
      read: allow(hasRole(EDITORS)),
      create: allow(nobody),
      update: allow(nobody),
      delete: allow(hasRole(OWNERS)),
    },
    fields: [
      {
        name: 'sourceCollection',
        type: 'text',
        label: 'Collection',
        required: true,
        admin: readOnly,
      },
      { name: 'sourceId', type: 'text', label: 'Old id', required: true, admin: readOnly },
      { name: 'sourceDatabase', type: 'text', label: 'Database', admin: readOnly },
      {
        name: 'data',
        type: 'json',
        label: 'Content (canonical Extended JSON)',
        required: true,
        admin: readOnly,
      },
      {
        name: 'complete',
        type: 'checkbox',
        label: 'The whole document',
        required: true,
        defaultValue: true,
        admin: {
          ...readOnly,
          position: 'sidebar',
          description: 'Unticked: only what no rule of the import mapped to another collection.',
        },
      },
      {
        name: 'rowCollection',
        type: 'text',
        label: 'The rest is in',
        admin: { ...readOnly, position: 'sidebar', condition: ({ complete }) => !complete },
      },
      {
        name: 'rowId',
        type: 'text',
        label: 'under the id',
        admin: { ...readOnly, position: 'sidebar', condition: ({ complete }) => !complete },
      },
      // For the importer: what the document was, and which import wrote it.
      { name: 'hash', type: 'text', required: true, hidden: true, admin: { hidden: true } },
      { name: 'madeBy', type: 'text', required: true, hidden: true, admin: { hidden: true } },
      { name: 'writtenBy', type: 'text', required: true, hidden: true, admin: { hidden: true } },
    ],
  },
  { index: [['sourceCollection', 'id'], ['sourceId']], onSite: false },
)
