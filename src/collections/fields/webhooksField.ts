import { randomBytes } from 'node:crypto'

import type { ArrayField } from 'payload'

import { fieldFor, OWNERS } from '@/access/rules'

/** 256 bits, and a beginning by which people and scanners of secrets know it. */
const newSecret = (): string => `whsec_${randomBytes(32).toString('base64url')}`

/** Where a form's leads are sent to, besides the inbox. Owners alone see it: with a secret, one could forge a lead elsewhere. */
export const webhooksField: ArrayField = {
  name: 'webhooks',
  type: 'array',
  label: 'Webhooks',
  labels: { singular: 'Webhook', plural: 'Webhooks' },
  maxRows: 10,
  access: { read: fieldFor(OWNERS), create: fieldFor(OWNERS), update: fieldFor(OWNERS) },
  admin: {
    description: 'Each lead is sent to these addresses as JSON, signed, and tried again for a day.',
  },
  fields: [
    {
      name: 'url',
      type: 'text',
      label: 'Address',
      required: true,
      maxLength: 2_000,
      admin: { placeholder: 'https://' },
    },
    {
      name: 'secret',
      type: 'text',
      label: 'Secret',
      maxLength: 200,
      hooks: {
        beforeChange: [
          // Made by the server, and stays: who wants another one removes the webhook and adds it anew.
          ({ previousSiblingDoc, siblingData }) => {
            const before: unknown = Reflect.get(Object(previousSiblingDoc), 'secret')
            const same = Reflect.get(Object(previousSiblingDoc), 'id') === siblingData.id
            return same && typeof before === 'string' && before !== '' ? before : newSecret()
          },
        ],
      },
      admin: {
        readOnly: true,
        description: 'Signs each call. Made when the form is saved.',
      },
    },
    { name: 'active', type: 'checkbox', label: 'In use', defaultValue: true },
  ],
}
