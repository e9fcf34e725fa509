import type { CollectionConfig } from 'payload'

import { setOnce } from '@/access/fieldAccess'
import { allow, nobody, type Rule } from '@/access/rules'
import { notificationKinds } from '@/review/notificationKinds'
import { tenantCollection } from '@/tenancy/collectionKinds'

/** What the person is told, in the spaces where they work. */
const toldMe: Rule = ({ scope, req }) => {
  if (scope.kind === 'member') return { recipient: { equals: scope.userId } }
  return scope.kind === 'platform' && req.user !== null && { recipient: { equals: req.user.id } }
}

/** What somebody is told about a page: shown by the bell, and mailed to those who want that. Written by the server. */
export const Notifications: CollectionConfig = tenantCollection(
  {
    slug: 'notifications',
    labels: { singular: 'Notification', plural: 'Notifications' },
    admin: { hidden: true, useAsTitle: 'text' },
    disableDuplicate: true,
    lockDocuments: false,
    access: {
      read: allow(toldMe),
      create: allow(nobody),
      update: allow(toldMe),
      delete: allow(toldMe),
    },
    fields: [
      {
        name: 'recipient',
        type: 'relationship',
        relationTo: 'users',
        label: 'For',
        required: true,
        maxDepth: 0,
        access: setOnce,
      },
      {
        name: 'kind',
        type: 'select',
        label: 'About',
        required: true,
        options: notificationKinds,
        access: setOnce,
      },
      {
        name: 'text',
        type: 'text',
        label: 'Text',
        required: true,
        maxLength: 400,
        access: setOnce,
      },
      {
        name: 'page',
        type: 'relationship',
        relationTo: 'pages',
        label: 'Page',
        required: true,
        index: true,
        maxDepth: 0,
        access: setOnce,
      },
      { name: 'readAt', type: 'date', label: 'Read' },
    ],
  },
  { index: [['recipient', 'createdAt']], goesWith: ['page'], onSite: false },
)
