import type { Block } from 'payload'

import { headingFields } from '../headingFields'
import { richTextField } from '../richTextField'
import { sectionFields } from '../sectionFields'
import { thumbnail } from '../thumbnail'

export const RichText: Block = {
  slug: 'richText',
  interfaceName: 'RichTextBlock',
  labels: { singular: 'Text', plural: 'Texts' },
  admin: {
    group: 'Content',
    images: thumbnail('richText', 'Paragraphs of text'),
  },
  fields: [
    ...headingFields({ intro: false }),
    richTextField({ name: 'content', label: 'Text', required: true }),
    {
      name: 'variant',
      type: 'select',
      label: 'Look',
      required: true,
      defaultValue: 'aside',
      options: [
        { label: 'Heading in the margin, text beside it', value: 'aside' },
        { label: 'One column', value: 'column' },
        { label: 'Large opening statement', value: 'statement' },
      ],
    },
    sectionFields(),
  ],
}
