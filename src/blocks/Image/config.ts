import type { Block } from 'payload'

import { sectionFields } from '../sectionFields'
import { thumbnail } from '../thumbnail'

export const Image: Block = {
  slug: 'image',
  interfaceName: 'ImageBlock',
  labels: { singular: 'Picture', plural: 'Pictures' },
  admin: {
    group: 'Content',
    images: thumbnail('image', 'One large picture with a caption'),
  },
  fields: [
    {
      name: 'image',
      type: 'upload',
      label: 'Picture',
      relationTo: 'media',
      required: true,
    },
    {
      name: 'caption',
      type: 'text',
      label: 'Caption',
      maxLength: 200,
      admin: { description: 'Shown below the picture. It does not replace the alternative text.' },
    },
    {
      name: 'size',
      type: 'select',
      label: 'Width',
      required: true,
      defaultValue: 'wide',
      options: [
        { label: 'As wide as text', value: 'text' },
        { label: 'As wide as the content', value: 'wide' },
        { label: 'From edge to edge', value: 'full' },
      ],
    },
    sectionFields(),
  ],
}
