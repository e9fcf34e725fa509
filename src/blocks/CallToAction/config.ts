import type { Block } from 'payload'

import { headingFields } from '../headingFields'
import { linkField } from '../linkField'
import { sectionFields } from '../sectionFields'
import { thumbnail } from '../thumbnail'

export const CallToAction: Block = {
  slug: 'cta',
  interfaceName: 'CallToActionBlock',
  labels: { singular: 'Call to action', plural: 'Calls to action' },
  admin: {
    group: 'Offer',
    images: thumbnail('cta', 'A coloured panel with a heading and a button'),
  },
  fields: [
    ...headingFields({ required: true }),
    {
      name: 'actions',
      type: 'array',
      label: 'Buttons',
      labels: { singular: 'Button', plural: 'Buttons' },
      required: true,
      minRows: 1,
      maxRows: 2,
      admin: { description: 'The first is the prominent one.' },
      fields: [linkField()],
    },
    {
      name: 'image',
      type: 'upload',
      label: 'Picture',
      relationTo: 'media',
      admin: { description: 'May stay empty: the panel then carries the brand colour alone.' },
    },
    sectionFields('bold'),
  ],
}
