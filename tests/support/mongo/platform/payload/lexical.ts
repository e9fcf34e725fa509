import { type Plain, type PlainObject } from '../toBson'

const node = (type: string, fields: PlainObject): PlainObject => ({ type, version: 1, ...fields })

const text = (value: string, format = 0): PlainObject =>
  node('text', { text: value, format, detail: 0, mode: 'normal', style: '' })

const element = (type: string, children: Plain, fields: PlainObject = {}): PlainObject =>
  node(type, { children, direction: 'ltr', format: '', indent: 0, ...fields })

const link = (label: string, fields: PlainObject): PlainObject =>
  element('link', [text(label)], { id: '0'.repeat(24), version: 3, fields })

/** What the editor of Payload 3 makes of paragraphs. */
export const lexical = (
  paragraphs: readonly string[],
  more: readonly PlainObject[],
): PlainObject => ({
  root: element('root', [
    ...paragraphs.map((paragraph) =>
      element('paragraph', [text(paragraph)], { textFormat: 0, textStyle: '' }),
    ),
    element('list', [element('listitem', [text('Bold', 1)], { value: 1 })], {
      listType: 'bullet',
      start: 1,
      tag: 'ul',
    }),
    ...more,
  ]),
})

/** A link to a document: by the text of its id, as the editor's JSON is stored as it is. */
export const internalLink = (label: string, hex: string): PlainObject =>
  element('paragraph', [
    link(label, { linkType: 'internal', newTab: false, doc: { relationTo: 'pages', value: hex } }),
  ])

/** What somebody wrote past the editor. All of it speaks of `steal(`, which no page may. */
export const HOSTILE_NODES: readonly PlainObject[] = [
  element('paragraph', [
    link('Do not touch', { linkType: 'custom', newTab: false, url: 'javascript:steal(1)' }),
    element('autolink', [text('Nor this')], {
      fields: { linkType: 'custom', url: 'java\nscript:steal(2)' },
    }),
  ]),
  node('upload', { relationTo: 'media', value: 'f'.repeat(24), fields: null, format: '' }),
  node('block', {
    fields: { id: '1', blockType: 'rawHtml', html: '<img src=x onerror=steal(3)>' },
  }),
]
