import type { CollectionConfig } from 'payload'

import { hasRole, OWNERS, readBy } from '@/access/rules'
import { tenantCollection } from '@/tenancy/collectionKinds'

const readOnly = { readOnly: true } as const

/** What was erased, when and why: numbers, and nothing about anybody. Written by src/leads only. */
export const Erasures: CollectionConfig = tenantCollection(
  {
    slug: 'erasures',
    labels: { singular: 'Erasure', plural: 'Erasures' },
    graphQL: false,
    disableDuplicate: true,
    lockDocuments: false,
    admin: {
      group: 'System',
      useAsTitle: 'formTitle',
      description:
        'Leads that were erased: when their time was over, or because a person asked for it.',
      defaultColumns: [
        'createdAt',
        'formTitle',
        'reason',
        'leads',
        'deliveries',
        'files',
        'createdBy',
      ],
    },
    defaultSort: '-createdAt',
    access: readBy(hasRole(OWNERS)),
    fields: [
      { name: 'formTitle', type: 'text', label: 'Form', required: true, admin: readOnly },
      {
        name: 'reason',
        type: 'select',
        label: 'Why',
        required: true,
        options: [
          { value: 'retention', label: 'Kept for long enough' },
          { value: 'person', label: 'A person asked for it' },
        ],
        admin: readOnly,
      },
      { name: 'leads', type: 'number', label: 'Leads', required: true, admin: readOnly },
      { name: 'deliveries', type: 'number', label: 'Deliveries', required: true, admin: readOnly },
      { name: 'files', type: 'number', label: 'Files', defaultValue: 0, admin: readOnly },
      {
        name: 'createdBy',
        type: 'relationship',
        relationTo: 'users',
        label: 'By',
        maxDepth: 1,
        admin: readOnly,
      },
    ],
  },
  { index: [['createdAt']], onSite: false },
)
