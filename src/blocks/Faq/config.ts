import type { Block } from 'payload'

import { headingFields } from '../headingFields'
import { richTextField } from '../richTextField'
import { sectionFields } from '../sectionFields'
import { thumbnail } from '../thumbnail'

export const Faq: Block = {
  slug: 'faq',
  interfaceName: 'FaqBlock',
  labels: { singular: 'Questions and answers', plural: 'Questions and answers' },
  admin: {
    group: 'Content',
    images: thumbnail('faq', 'A list of questions that open'),
  },
  fields: [
    ...headingFields({ heading: 'Questions, answered' }),
    {
      name: 'items',
      type: 'array',
      label: 'Questions',
      labels: { singular: 'Question', plural: 'Questions' },
      required: true,
      minRows: 1,
      maxRows: 30,
      fields: [
        { name: 'question', type: 'text', label: 'Question', required: true, maxLength: 200 },
        richTextField({ name: 'answer', label: 'Answer', required: true }),
      ],
    },
    sectionFields(),
  ],
}
