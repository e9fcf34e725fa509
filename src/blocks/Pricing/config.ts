import type { Block } from 'payload'

import { headingFields } from '../headingFields'
import { linkField } from '../linkField'
import { sectionFields } from '../sectionFields'
import { thumbnail } from '../thumbnail'

export const Pricing: Block = {
  slug: 'pricing',
  interfaceName: 'PricingBlock',
  labels: { singular: 'Plans and prices', plural: 'Plans and prices' },
  admin: {
    group: 'Offer',
    images: thumbnail('pricing', 'Three plans side by side'),
  },
  fields: [
    ...headingFields(),
    {
      name: 'plans',
      type: 'array',
      label: 'Plans',
      labels: { singular: 'Plan', plural: 'Plans' },
      required: true,
      minRows: 1,
      maxRows: 6,
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'name',
              type: 'text',
              label: 'Name',
              required: true,
              maxLength: 40,
              admin: { width: '40%' },
            },
            {
              name: 'price',
              type: 'text',
              label: 'Price',
              required: true,
              maxLength: 20,
              admin: { width: '30%', description: 'With the currency: “€ 29” or “On request”.' },
            },
            {
              name: 'period',
              type: 'text',
              label: 'Per',
              maxLength: 30,
              admin: { width: '30%', description: '“per month”, “per day”, “plus VAT”' },
            },
          ],
        },
        {
          name: 'text',
          type: 'textarea',
          label: 'Description',
          maxLength: 240,
          admin: { rows: 2, description: 'Who this plan is for.' },
        },
        {
          name: 'features',
          type: 'array',
          label: 'Included',
          labels: { singular: 'Line', plural: 'Lines' },
          maxRows: 12,
          fields: [{ name: 'text', type: 'text', label: 'Text', required: true, maxLength: 120 }],
        },
        linkField({ label: 'Button', required: false }),
        {
          type: 'row',
          fields: [
            {
              name: 'featured',
              type: 'checkbox',
              label: 'Highlight this plan',
              defaultValue: false,
              admin: { width: '50%' },
            },
            {
              name: 'badge',
              type: 'text',
              label: 'Badge',
              maxLength: 24,
              admin: {
                width: '50%',
                description: '“Most popular”',
                condition: (_data, siblings) => siblings?.featured === true,
              },
            },
          ],
        },
      ],
    },
    {
      name: 'note',
      type: 'text',
      label: 'Small print',
      maxLength: 240,
      admin: { description: '“All prices plus VAT. Cancel any month.”' },
    },
    sectionFields(),
  ],
}
