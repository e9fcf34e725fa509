import type { Block } from 'payload'

import { linkField } from '../linkField'
import { sectionFields } from '../sectionFields'
import { thumbnail } from '../thumbnail'

export const Hero: Block = {
  slug: 'hero',
  interfaceName: 'HeroBlock',
  labels: { singular: 'Hero', plural: 'Heroes' },
  admin: {
    group: 'Opening',
    images: thumbnail('hero', 'A large heading beside a picture'),
  },
  fields: [
    {
      name: 'variant',
      type: 'select',
      label: 'Look',
      required: true,
      defaultValue: 'split',
      options: [
        { label: 'Picture beside the text', value: 'split' },
        { label: 'Picture behind the text', value: 'cover' },
        { label: 'Large text, picture below', value: 'stacked' },
        { label: 'Text only, compact', value: 'compact' },
      ],
    },
    {
      name: 'eyebrow',
      type: 'text',
      label: 'Line above the heading',
      maxLength: 60,
      admin: { description: 'Two or three words, for example the place or the kind of page.' },
    },
    {
      name: 'heading',
      type: 'text',
      label: 'Heading',
      required: true,
      maxLength: 120,
      admin: {
        description: 'What this page promises. The main heading of the page: use one hero.',
      },
    },
    {
      name: 'text',
      type: 'textarea',
      label: 'Text',
      maxLength: 400,
      admin: { rows: 3, description: 'One to three sentences.' },
    },
    {
      name: 'actions',
      type: 'array',
      label: 'Buttons',
      labels: { singular: 'Button', plural: 'Buttons' },
      maxRows: 2,
      admin: { description: 'The first is the prominent one.' },
      fields: [linkField()],
    },
    {
      name: 'image',
      type: 'upload',
      label: 'Picture',
      relationTo: 'media',
      admin: {
        condition: (_data, siblings) => siblings?.variant !== 'compact',
        description: 'At least 1,600 pixels wide. Set its focal point in the media library.',
      },
    },
    {
      name: 'facts',
      type: 'array',
      label: 'Facts',
      labels: { singular: 'Fact', plural: 'Facts' },
      maxRows: 4,
      admin: {
        initCollapsed: true,
        description: 'Short figures below the text: “120” – “desks by the water”.',
      },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'value',
              type: 'text',
              label: 'Figure',
              required: true,
              maxLength: 16,
              admin: { width: '35%' },
            },
            {
              name: 'label',
              type: 'text',
              label: 'Meaning',
              required: true,
              maxLength: 60,
              admin: { width: '65%' },
            },
          ],
        },
      ],
    },
    sectionFields(),
  ],
}
