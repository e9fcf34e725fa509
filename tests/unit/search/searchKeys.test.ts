import { expect, test } from 'vitest'

import { blocks } from '@/blocks'
import { searchKeys } from '@/search/searchKeys'

test('text of blocks is searched, whatever it lies in; ids, kinds, times and addresses are not', () => {
  const { headings, body } = searchKeys([
    {
      slug: 'event',
      fields: [
        { name: 'id', type: 'text' },
        { name: 'title', type: 'text' },
        { name: 'kind', type: 'select', options: ['a'] },
        { name: 'starts', type: 'text', custom: { search: false } },
        { type: 'row', fields: [{ name: 'hint', type: 'textarea' }] },
        {
          name: 'items',
          type: 'array',
          fields: [{ name: 'place', type: 'group', fields: [{ name: 'street', type: 'text' }] }],
        },
        { name: 'about', type: 'richText' },
      ],
    },
  ])
  expect(headings).toEqual(['title'])
  expect(body).toEqual(['hint', 'street', 'text', 'title'])
})

test('the blocks that there are name what readers see', () => {
  const { headings, body } = searchKeys(blocks)
  expect(headings).toContain('heading')
  for (const key of ['text', 'question', 'quote', 'caption']) expect(body).toContain(key)
  for (const key of ['id', 'blockName', 'anchor', 'url', 'mapUrl', 'opens'])
    expect(body).not.toContain(key)
})
