import type { CollectionConfig } from 'payload'

import { EDITORS, hasRole, readBy } from '@/access/rules'
import { sendAgainEndpoint } from '@/leads/deliveries/sendAgainEndpoint'
import { tenantCollection } from '@/tenancy/collectionKinds'

const readOnly = { readOnly: true } as const
const sidebar = { readOnly: true, position: 'sidebar' } as const
const moment = { date: { pickerAppearance: 'dayAndTime' } } as const

/** What is sent because of a lead, to whom, and what came of it. Written by src/leads/deliveries only. */
export const Deliveries: CollectionConfig = tenantCollection(
  {
    slug: 'deliveries',
    labels: { singular: 'Delivery', plural: 'Deliveries' },
    graphQL: false,
    disableDuplicate: true,
    lockDocuments: false,
    admin: {
      group: 'Website',
      useAsTitle: 'target',
      description: 'Mail and webhooks that went out because of a lead.',
      defaultColumns: ['target', 'kind', 'state', 'outcome', 'attempts', 'createdAt'],
      listSearchableFields: ['target'],
      components: { edit: { beforeDocumentControls: ['@/admin/leads/SendAgain#SendAgain'] } },
    },
    defaultSort: '-createdAt',
    access: readBy(hasRole(EDITORS)),
    endpoints: [sendAgainEndpoint],
    fields: [
      { name: 'target', type: 'text', label: 'To', required: true, admin: readOnly },
      {
        name: 'outcome',
        type: 'text',
        label: 'What came of it',
        admin: { ...readOnly, description: 'The answer to the last try.' },
      },
      {
        name: 'kind',
        type: 'select',
        label: 'What',
        required: true,
        options: [
          { value: 'notification', label: 'Notification' },
          { value: 'confirmation', label: 'Confirmation' },
          { value: 'webhook', label: 'Webhook' },
        ],
        admin: sidebar,
      },
      {
        name: 'state',
        type: 'select',
        label: 'State',
        required: true,
        defaultValue: 'waiting',
        options: [
          { value: 'waiting', label: 'Waiting' },
          { value: 'sent', label: 'Sent' },
          { value: 'failed', label: 'Failed' },
        ],
        admin: sidebar,
      },
      { name: 'attempts', type: 'number', label: 'Tries', defaultValue: 0, admin: sidebar },
      { name: 'sentAt', type: 'date', label: 'Sent at', admin: { ...sidebar, ...moment } },
      {
        name: 'lead',
        type: 'relationship',
        relationTo: 'form-submissions',
        label: 'Lead',
        required: true,
        index: true,
        maxDepth: 0,
        admin: sidebar,
      },
      {
        name: 'form',
        type: 'relationship',
        relationTo: 'forms',
        label: 'Form',
        required: true,
        maxDepth: 1,
        admin: sidebar,
      },
      // Which row of the form's mails or webhooks it follows.
      { name: 'source', type: 'text', admin: { hidden: true } },
      // The one job that may send it: whoever sends it again puts another one in its place.
      { name: 'job', type: 'text', admin: { hidden: true } },
    ],
  },
  {
    index: [['form', 'target', 'createdAt']],
    onSite: false,
    goesWith: ['lead'],
    recordOf: ['form'],
  },
)
