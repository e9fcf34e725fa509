import type { Block } from 'payload'

import { headingFields } from '../headingFields'
import { sectionFields } from '../sectionFields'
import { thumbnail } from '../thumbnail'

export const Testimonial: Block = {
  slug: 'testimonial',
  interfaceName: 'TestimonialBlock',
  labels: { singular: 'Testimonial', plural: 'Testimonials' },
  admin: {
    group: 'People',
    images: thumbnail('testimonial', 'A large quotation'),
  },
  fields: [
    ...headingFields({ intro: false }),
    {
      name: 'quotes',
      type: 'array',
      label: 'Voices',
      labels: { singular: 'Voice', plural: 'Voices' },
      required: true,
      minRows: 1,
      maxRows: 6,
      admin: { description: 'One alone is shown large, several side by side.' },
      fields: [
        {
          name: 'quote',
          type: 'textarea',
          label: 'What they say',
          required: true,
          maxLength: 500,
          admin: { rows: 3, description: 'Without quotation marks: they are added.' },
        },
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
              label: 'Role or company',
              maxLength: 80,
              admin: { width: '50%' },
            },
          ],
        },
        { name: 'image', type: 'upload', label: 'Portrait', relationTo: 'media' },
      ],
    },
    sectionFields(),
  ],
}
