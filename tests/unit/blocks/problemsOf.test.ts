import { expect, test } from 'vitest'

import { blocks } from '@/blocks'
import { problemsOf } from '@/blocks/problemsOf'

const none = () => undefined
const link = (more: object) => ({ link: { type: 'page', label: 'x', ...more } })
const hero = (more: object) => [{ blockType: 'hero', ...more }]
const text = (node: unknown) => [
  { blockType: 'richText', content: { root: { type: 'root', children: [node] } } },
]

test('a layout as the admin writes it has no problems', () => {
  const layout = [
    ...hero({
      id: '1',
      blockName: 'Top',
      heading: 'H',
      image: 'a',
      actions: [link({ page: 'b' })],
    }),
    { blockType: 'pageList', pages: ['a', 'b'], limit: 3, parent: null },
    ...text({ type: 'paragraph', children: [{ type: 'text', text: 'x' }] }),
  ]
  expect(problemsOf(layout, blocks, none)).toEqual([])
})

test.each([
  ['no list', {}, ': This must be a list.'],
  ['no object', ['x'], '1: There is no block “undefined”.'],
  ['an unknown block', [{ blockType: 'x' }], '1: There is no block “x”.'],
  ['an unknown field', hero({ tenant: 'x' }), '1 (hero): There is no field “tenant”.'],
  ['a field with no text', hero({ heading: ['x'] }), '1 (hero) › heading: This must be text.'],
  ['a list that is none', hero({ actions: 'x' }), '1 (hero) › actions: This must be a list.'],
  [
    'a row that is none',
    hero({ actions: ['x'] }),
    '1 (hero) › actions › 1: This must be an object.',
  ],
  [
    'a switch that is text',
    hero({ actions: [link({ newTab: 'yes' })] }),
    '1 (hero) › actions › 1 › link › newTab: This must be true or false.',
  ],
  [
    'a number that is text',
    [{ blockType: 'pageList', limit: '3' }],
    '1 (pageList) › limit: This must be a number.',
  ],
  [
    'a reference that is an object',
    hero({ image: { id: 'x', tenant: 'y' } }),
    '1 (hero) › image: This must be an id or a name.',
  ],
  ['an id that is an object', hero({ id: {} }), '1 (hero) › id: This must be text.'],
  [
    'rich text that is text',
    [{ blockType: 'richText', content: 'x' }],
    '1 (richText) › content: This must be text of the editor.',
  ],
  ['a node without a type', text({}), '1 (richText) › content: This must be text of the editor.'],
])('%s', (_name, layout, problem) => {
  expect(problemsOf(layout, blocks, none)).toEqual([problem])
})

test('each reference is asked for, with the place of what is missing', () => {
  const asked: string[] = []
  const doc = { relationTo: 'pages', value: 'c' }
  const layout = [
    ...hero({ image: 'a', actions: [link({ page: 'b' })] }),
    ...text({ type: 'link', fields: { linkType: 'internal', doc }, children: [] }),
  ]
  const problems = problemsOf(layout, blocks, ({ relationTo, value }) => {
    asked.push(`${relationTo}:${value}`)
    return value === 'c' ? 'Missing.' : undefined
  })
  expect(asked.sort()).toEqual(['media:a', 'pages:b', 'pages:c'])
  expect(problems).toEqual(['2 (richText) › content › link: Missing.'])
})
