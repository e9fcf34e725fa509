import type { Block } from 'payload'

import { headingFields } from '../headingFields'
import { sectionFields } from '../sectionFields'
import { thumbnail } from '../thumbnail'

export const Team: Block = {
  slug: 'team',
  interfaceName: 'TeamBlock',
  labels: { singular: 'Team', plural: 'Teams' },
  admin: {
    group: 'People',
    images: thumbnail('team', 'Portraits with names'),
  },
  fields: [
    ...headingFields({ heading: 'The people here' }),
    {
      name: 'people',
      type: 'array',
      label: 'People',
      labels: { singular: 'Person', plural: 'People' },
      required: true,
      minRows: 1,
      maxRows: 24,
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'name',
              type: 'text',
              label: 'Name',
              required: true,
              maxLength: 80,
              admin: { width: '50%' },
            },
            {
              name: 'role',
              type: 'text',
              label: 'Role',
              maxLength: 80,
              admin: { width: '50%' },
            },
          ],
        },
        {
          name: 'image',
          type: 'upload',
          label: 'Portrait',
          relationTo: 'media',
          admin: { description: 'Without one, the initials are shown.' },
        },
        {
          name: 'text',
          type: 'textarea',
          label: 'About',
          maxLength: 300,
          admin: { rows: 2 },
        },
        {
          name: 'email',
          type: 'email',
          label: 'E-mail',
          admin: { description: 'Shown publicly.' },
        },
      ],
    },
    sectionFields(),
  ],
}
