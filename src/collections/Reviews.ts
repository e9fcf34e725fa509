import type { CollectionConfig } from 'payload'

import { hasRole, readBy, STAFF_ROLES } from '@/access/rules'
import { tenantCollection } from '@/tenancy/collectionKinds'

import { createdByField } from './fields/createdByField'

/**
 * Who asked for a page to be looked at, and what came of it. Written by `POST /api/pages/:id/review` and not by hand; of a page, one
 * is open at a time (src/db/sql/indexes/reviews_open.sql).
 */
export const Reviews: CollectionConfig = tenantCollection(
  {
    slug: 'reviews',
    labels: { singular: 'Review', plural: 'Reviews' },
    admin: { hidden: true },
    disableDuplicate: true,
    lockDocuments: false,
    access: readBy(hasRole(STAFF_ROLES)),
    fields: [
      {
        name: 'page',
        type: 'relationship',
        relationTo: 'pages',
        label: 'Page',
        required: true,
        index: true,
        maxDepth: 1,
      },
      {
        name: 'state',
        type: 'select',
        label: 'State',
        required: true,
        defaultValue: 'requested',
        index: true,
        options: [
          { value: 'requested', label: 'Waiting for review' },
          { value: 'approved', label: 'Approved' },
          { value: 'returned', label: 'Sent back' },
          { value: 'withdrawn', label: 'Withdrawn' },
        ],
      },
      { name: 'note', type: 'textarea', label: 'What to look at', maxLength: 2000 },
      createdByField,
      {
        name: 'decidedBy',
        type: 'relationship',
        relationTo: 'users',
        label: 'Decided by',
        maxDepth: 1,
      },
      { name: 'decidedAt', type: 'date', label: 'Decided' },
      { name: 'answer', type: 'textarea', label: 'Answer', maxLength: 2000 },
    ],
  },
  {
    index: [['page', 'createdAt']],
    goesWith: ['page'],
    onSite: false,
    clashes: {
      children: { field: 'page', message: 'This page waits for a review already.' },
    },
  },
)
