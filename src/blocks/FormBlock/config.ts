import type { Block } from 'payload'

import { headingFields } from '../headingFields'
import { richTextField } from '../richTextField'
import { sectionFields } from '../sectionFields'
import { thumbnail } from '../thumbnail'

export const FormBlock: Block = {
  slug: 'form',
  interfaceName: 'FormBlock',
  labels: { singular: 'Form', plural: 'Forms' },
  admin: {
    group: 'Contact',
    images: thumbnail('form', 'A form beside a short text'),
  },
  fields: [
    ...headingFields({ intro: false }),
    richTextField({
      name: 'intro',
      label: 'Text beside the form',
      description: 'What happens after sending, or other ways to get in touch.',
    }),
    {
      name: 'form',
      type: 'relationship',
      label: 'Form',
      relationTo: 'forms',
      required: true,
      admin: { description: 'What visitors send arrives under Leads.' },
    },
    sectionFields(),
  ],
}
