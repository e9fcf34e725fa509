import type { Block } from 'payload'

import { headingFields } from '../headingFields'
import { sectionFields } from '../sectionFields'
import { thumbnail } from '../thumbnail'

export const PageList: Block = {
  slug: 'pageList',
  interfaceName: 'PageListBlock',
  labels: { singular: 'List of pages', plural: 'Lists of pages' },
  admin: {
    group: 'Content',
    images: thumbnail('pageList', 'Cards that lead to other pages'),
  },
  fields: [
    ...headingFields(),
    {
      name: 'source',
      type: 'radio',
      label: 'Which pages',
      required: true,
      defaultValue: 'children',
      options: [
        { label: 'All pages below a page', value: 'children' },
        { label: 'Chosen pages', value: 'chosen' },
        { label: 'Pages like this one', value: 'related' },
      ],
      admin: { layout: 'horizontal' },
    },
    {
      name: 'parent',
      type: 'relationship',
      label: 'Below which page',
      relationTo: 'pages',
      admin: {
        condition: (_data, { source } = {}) => source !== 'chosen' && source !== 'related',
        description: 'Empty: the pages below the one that you are editing.',
      },
    },
    {
      name: 'limit',
      type: 'number',
      label: 'At most',
      required: true,
      defaultValue: 12,
      min: 1,
      max: 24,
      admin: {
        condition: (_data, siblings) => siblings?.source !== 'chosen',
        description: 'Of pages like this one, up to 12.',
        step: 1,
      },
    },
    {
      name: 'pages',
      type: 'relationship',
      label: 'Pages',
      relationTo: 'pages',
      hasMany: true,
      required: true,
      minRows: 1,
      maxRows: 24,
      admin: { condition: (_data, siblings) => siblings?.source === 'chosen' },
    },
    {
      name: 'variant',
      type: 'select',
      label: 'Look',
      required: true,
      defaultValue: 'cards',
      options: [
        { label: 'Cards with pictures', value: 'cards' },
        { label: 'A list of lines', value: 'list' },
      ],
    },
    sectionFields(),
  ],
}
