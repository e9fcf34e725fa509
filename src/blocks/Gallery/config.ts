import type { Block } from 'payload'

import { headingFields } from '../headingFields'
import { sectionFields } from '../sectionFields'
import { thumbnail } from '../thumbnail'

export const Gallery: Block = {
  slug: 'gallery',
  interfaceName: 'GalleryBlock',
  labels: { singular: 'Gallery', plural: 'Galleries' },
  admin: {
    group: 'Content',
    images: thumbnail('gallery', 'Several pictures side by side'),
  },
  fields: [
    ...headingFields(),
    {
      name: 'variant',
      type: 'select',
      label: 'Look',
      required: true,
      defaultValue: 'grid',
      options: [
        { label: 'Mosaic', value: 'grid' },
        { label: 'A strip to swipe through', value: 'strip' },
      ],
    },
    {
      name: 'images',
      type: 'array',
      label: 'Pictures',
      labels: { singular: 'Picture', plural: 'Pictures' },
      required: true,
      minRows: 2,
      maxRows: 24,
      fields: [
        {
          name: 'image',
          type: 'upload',
          label: 'Picture',
          relationTo: 'media',
          required: true,
        },
        { name: 'caption', type: 'text', label: 'Caption', maxLength: 120 },
      ],
    },
    sectionFields(),
  ],
}
