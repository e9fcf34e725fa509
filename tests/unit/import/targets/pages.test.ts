import { expect, test } from 'vitest'

import { type PlainValue, type PlainValues, type Prepared } from '@/import/targets/Target'

import { importContext, ROW } from '../../../support/importContext'
import { setEnvironment } from '../../setEnvironment'

setEnvironment()
const { pages } = await import('@/import/targets/pages')

const PICTURE = '01920000-0000-7000-8000-000000000001'
const PAGE = '01920000-0000-7000-8000-000000000002'
const FORM = '01920000-0000-7000-8000-000000000003'
const ROWS = {
  'media:64b000000000000000000001': PICTURE,
  'pages:64b000000000000000000002': PAGE,
  'forms:64b000000000000000000003': FORM,
}

const prepare = (values: PlainValues, options: Parameters<typeof importContext>[0] = {}) =>
  pages.prepare(values, importContext({ rows: ROWS, ...options }))

const layoutOf = ({ languages }: Prepared, index = 0): Record<string, unknown>[] => {
  const layout = languages[index]?.data.layout
  return Array.isArray(layout) ? layout : []
}

const onPage = async (...layout: PlainValue[]) =>
  prepare({ title: 'Page', slug: 'page', _status: 'published', layout })

const lexical = (...children: PlainValue[]): PlainValue => ({
  root: { type: 'root', version: 1, format: '', indent: 0, direction: 'ltr', children },
})
const paragraph = (...children: PlainValue[]): PlainValue => ({
  type: 'paragraph',
  version: 1,
  children,
})
const words = (text: string, more: Record<string, PlainValue> = {}): PlainValue => ({
  type: 'text',
  version: 1,
  text,
  format: 0,
  ...more,
})

const nodesOf = (row: Record<string, unknown> | undefined): unknown =>
  Object(Object(row?.content).root).children

test('a page of Payload comes in as it is, with the ids of rows here', async () => {
  const prepared = await prepare({
    title: 'About us',
    slug: 'about-us',
    parent: PAGE,
    publishedAt: '2024-03-01 10:00:00.000+00',
    _status: 'published',
    meta: { title: 'About', description: 'Who we are', image: '64b000000000000000000001' },
    layout: [
      {
        id: '64c000000000000000000001',
        blockType: 'hero',
        variant: 'split',
        heading: 'We are here',
        image: { id: '64b000000000000000000001', filename: 'a.png' },
        actions: [
          {
            id: '64c000000000000000000002',
            link: { type: 'page', label: 'Visit', page: '64b000000000000000000002' },
          },
        ],
      },
      { blockType: 'form', form: { relationTo: 'forms', value: '64b000000000000000000003' } },
    ],
  })
  expect(prepared.status).toBe('published')
  expect(prepared.languages).toHaveLength(1)
  expect(prepared.languages[0].data).toMatchObject({
    title: 'About us',
    slug: 'about-us',
    parent: PAGE,
    publishedAt: '2024-03-01T10:00:00.000Z',
    meta: { title: 'About', description: 'Who we are', image: PICTURE },
    _status: 'published',
  })
  expect(layoutOf(prepared)).toMatchObject([
    {
      id: '64c000000000000000000001',
      blockType: 'hero',
      image: PICTURE,
      actions: [
        { id: '64c000000000000000000002', link: { type: 'page', page: PAGE, label: 'Visit' } },
      ],
    },
    { blockType: 'form', form: FORM },
  ])
  expect(prepared.unmapped).toEqual({})
  expect(prepared.notes).toEqual([
    {
      path: 'layout.0.image',
      reason: 'is a document of its own: only which one it is counts here',
    },
  ])
})

test('blocks of an application become ours, by other names of the same things', async () => {
  const prepared = await onPage(
    { type: 'hero', title: 'Hi', subtitle: 'There', button_text: 'Go', button_url: '/go' },
    { type: 'html', html: '<h2>One</h2><p>Two <b>three</b></p>' },
    { type: 'image', media_id: '64b000000000000000000001', caption: 'A tree' },
    { type: 'faq', items: [{ q: 'Why?', a: 'Because.' }] },
    { type: 'cta', title: 'Now', buttons: [{ text: 'Buy', href: 'https://shop.example/' }] },
    { kind: 'form', data: { title: 'Write', form_id: '64b000000000000000000003' } },
    { type: 'testimonial', text: 'Good.', author: 'Ada', role: 'Engineer' },
  )
  expect(layoutOf(prepared)).toMatchObject([
    {
      blockType: 'hero',
      heading: 'Hi',
      text: 'There',
      variant: 'split',
      actions: [{ link: { type: 'url', url: '/go', label: 'Go' } }],
    },
    { blockType: 'richText', variant: 'column' },
    { blockType: 'image', image: PICTURE, caption: 'A tree', size: 'wide' },
    { blockType: 'faq', heading: null, items: [{ question: 'Why?' }] },
    { blockType: 'cta', heading: 'Now', actions: [{ link: { label: 'Buy' } }] },
    { blockType: 'form', form: FORM, heading: 'Write' },
    { blockType: 'testimonial', quotes: [{ quote: 'Good.', name: 'Ada', role: 'Engineer' }] },
  ])
  expect(prepared.unmapped).toEqual({})
  expect(prepared.notes).toContainEqual({
    path: 'layout.1.type',
    reason: '“html” becomes “richText”',
  })
})

test('what is no block here is kept at its place, and so is one that lacks something', async () => {
  const map = { type: 'map', lat: 47.4, lng: 8.5 }
  const picture = { blockType: 'image', image: '64b0000000000000000000ff' }
  const prepared = await onPage({ type: 'text', text: 'First' }, map, picture, {
    type: 'text',
    text: 'Last',
  })
  expect(layoutOf(prepared).map(({ blockType }) => blockType)).toEqual(['richText', 'richText'])
  expect(prepared.unmapped).toMatchObject({ 'layout.1': map, 'layout.2': picture })
  expect(prepared.notes).toContainEqual({
    path: 'layout.1',
    reason: 'there is no block “map” here',
  })
  expect(prepared.notes.map(({ path }) => path)).toContain('layout.2.image')
})

test('the website of Payload has blocks of its own', async () => {
  const prepared = await prepare({
    title: 'Home',
    slug: 'home',
    _status: 'published',
    hero: {
      type: 'highImpact',
      richText: lexical(
        { type: 'heading', tag: 'h1', children: [words('Welcome')] },
        paragraph(words('to us')),
      ),
      links: [{ link: { type: 'custom', url: '/posts', label: 'Posts', appearance: 'default' } }],
      media: '64b000000000000000000001',
    },
    layout: [
      {
        blockType: 'content',
        columns: [
          { size: 'half', richText: lexical(paragraph(words('Left'))) },
          { size: 'half', richText: lexical(paragraph(words('Right'))) },
        ],
      },
      { blockType: 'mediaBlock', media: '64b000000000000000000001' },
      {
        blockType: 'cta',
        richText: lexical({ type: 'heading', tag: 'h3', children: [words('Ready?')] }),
        links: [
          {
            link: {
              type: 'reference',
              reference: { relationTo: 'pages', value: '64b000000000000000000002' },
              label: 'Contact',
            },
          },
        ],
      },
      { blockType: 'archive', populateBy: 'collection', relationTo: 'posts' },
    ],
  })
  expect(layoutOf(prepared)).toMatchObject([
    {
      blockType: 'hero',
      heading: 'Welcome',
      text: 'to us',
      image: PICTURE,
      actions: [{ link: { url: '/posts' } }],
    },
    { blockType: 'richText' },
    { blockType: 'richText' },
    { blockType: 'image', image: PICTURE },
    {
      blockType: 'cta',
      heading: 'Ready?',
      actions: [{ link: { type: 'page', page: PAGE, label: 'Contact' } }],
    },
  ])
  expect(prepared.unmapped['layout.3']).toMatchObject({ blockType: 'archive' })
})

test('pictures and blocks in a text become blocks between texts', async () => {
  const prepared = await onPage({
    blockType: 'richText',
    heading: 'A story',
    content: lexical(
      paragraph(words('Before')),
      { type: 'upload', version: 3, relationTo: 'media', value: '64b000000000000000000001' },
      paragraph(words('After')),
      { type: 'block', version: 2, fields: { blockType: 'banner', content: 'Mind the gap' } },
    ),
  })
  expect(layoutOf(prepared)).toMatchObject([
    { blockType: 'richText', heading: 'A story' },
    { blockType: 'image', image: PICTURE },
    { blockType: 'richText' },
    { blockType: 'richText' },
  ])
  expect(layoutOf(prepared)[2]).not.toHaveProperty('heading', 'A story')
  expect(JSON.stringify(nodesOf(layoutOf(prepared)[3]))).toContain('Mind the gap')
})

test('nodes of the editor are made anew, with nothing but what ours has', async () => {
  const prepared = await onPage({
    blockType: 'richText',
    content: lexical(
      { type: 'heading', tag: 'h1', children: [words('Big', { format: 1, style: 'color:red' })] },
      paragraph(
        {
          type: 'link',
          fields: { linkType: 'custom', url: 'javascript:alert(1)' },
          children: [words('bad')],
        },
        words(' and '),
        {
          type: 'link',
          id: 'abc',
          fields: {
            linkType: 'internal',
            doc: { relationTo: 'pages', value: '64b000000000000000000002' },
          },
          children: [words('good')],
        },
        { type: 'autolink', fields: { url: 'https://a.example/' }, children: [words('auto')] },
        { type: 'emoji', onclick: 'alert(1)' },
      ),
      { type: 'table', children: [{ type: 'tablerow', children: [paragraph(words('cell'))] }] },
      {
        type: 'list',
        listType: 'check',
        children: [{ type: 'listitem', checked: true, children: [words('milk')] }],
      },
    ),
  })
  const [row] = layoutOf(prepared)
  const text = JSON.stringify(nodesOf(row))
  expect(text).not.toMatch(/javascript|onclick|color|checked|emoji|table/)
  expect(nodesOf(row)).toMatchObject([
    { type: 'heading', tag: 'h2', children: [{ text: 'Big', format: 1, style: '' }] },
    {
      type: 'paragraph',
      children: [
        { text: 'bad' },
        { text: ' and ' },
        { type: 'link', id: 'abc', fields: { doc: { relationTo: 'pages', value: PAGE } } },
        { type: 'link', fields: { linkType: 'custom', url: 'https://a.example/' } },
      ],
    },
    { type: 'paragraph', children: [{ text: 'cell' }] },
    { type: 'list', listType: 'bullet', children: [{ type: 'listitem', value: 1 }] },
  ])
  expect(Object.keys(prepared.unmapped)).toEqual([
    'layout.0.content.root.children.1.children.0',
    'layout.0.content.root.children.1.children.4',
  ])
})

test('Slate of Payload 2 becomes Lexical', async () => {
  const prepared = await onPage({
    blockType: 'richText',
    content: [
      { type: 'h2', children: [{ text: 'Title' }] },
      { children: [{ text: 'Plain ' }, { text: 'bold', bold: true, italic: true }] },
      {
        type: 'ul',
        children: [
          { type: 'li', children: [{ children: [{ text: 'one' }] }] },
          { type: 'li', children: [{ text: 'two' }] },
        ],
      },
      {
        type: 'upload',
        relationTo: 'media',
        value: { id: '64b000000000000000000001' },
        children: [{ text: '' }],
      },
      {
        children: [
          { text: '' },
          { type: 'link', url: 'https://a.example/', newTab: true, children: [{ text: 'a link' }] },
          { text: '' },
        ],
      },
    ],
  })
  expect(layoutOf(prepared)).toMatchObject([
    { blockType: 'richText' },
    { blockType: 'image', image: PICTURE },
    { blockType: 'richText' },
  ])
  expect(nodesOf(layoutOf(prepared)[0])).toMatchObject([
    { type: 'heading', tag: 'h2' },
    { type: 'paragraph', children: [{ text: 'Plain ' }, { text: 'bold', format: 3 }] },
    { type: 'list', children: [{ children: [{ text: 'one' }] }, { children: [{ text: 'two' }] }] },
  ])
  expect(nodesOf(layoutOf(prepared)[2])).toMatchObject([
    {
      type: 'paragraph',
      children: [{ type: 'link', fields: { url: 'https://a.example/', newTab: true } }],
    },
  ])
})

test.each([
  ['HTML', '<p>Hello <em>you</em></p><ul><li>one</li></ul>'],
  ['plain text', 'Hello you\n\none'],
])('a page that is one text of %s has one block', async (_, content) => {
  const prepared = await prepare({ title: 'T', slug: 't', status: 'live', content })
  expect(layoutOf(prepared)).toMatchObject([{ blockType: 'richText', variant: 'column' }])
  expect(JSON.stringify(layoutOf(prepared))).toMatch(/Hello.*you.*one/)
})

test('lines that an editor keeps in blocks of their own are one text', async () => {
  const prepared = await prepare({
    title: 'T',
    slug: 't',
    _status: 'published',
    content: {
      time: 1700000000000,
      version: '2.28',
      blocks: [
        { id: 'a', type: 'header', data: { text: 'Head', level: 3 } },
        { id: 'b', type: 'paragraph', data: { text: 'Some <b>text</b>' } },
        { id: 'c', type: 'list', data: { style: 'ordered', items: ['one', 'two'] } },
      ],
    },
  })
  expect(layoutOf(prepared)).toHaveLength(1)
  expect(nodesOf(layoutOf(prepared)[0])).toMatchObject([
    { type: 'heading', tag: 'h3' },
    { type: 'paragraph', children: [{ text: 'Some ' }, { text: 'text', format: 1 }] },
    { type: 'list', listType: 'number' },
  ])
  expect(prepared.unmapped).toMatchObject({ 'content.time': 1700000000000 })
})

test('a layout in several languages, as a whole or text by text, is one for each', async () => {
  const locales = ['en', 'de'] as const
  const whole = await prepare(
    {
      title: { en: 'Prices', de: 'Preise', fr: 'Prix' },
      slug: 'prices',
      _status: 'published',
      layout: {
        en: [{ blockType: 'richText', content: 'English' }],
        de: [{ blockType: 'richText', content: 'Deutsch' }],
      },
    },
    { locales },
  )
  expect(whole.languages.map(({ locale }) => locale)).toEqual(['en', 'de'])
  expect(whole.languages[1]?.data).toMatchObject({ title: 'Preise', slug: 'prices' })
  expect(whole.languages[1]?.data).not.toHaveProperty('parent')
  expect(JSON.stringify(layoutOf(whole, 1))).toContain('Deutsch')
  expect(whole.unmapped).toEqual({ 'title.fr': 'Prix' })

  const inside = await prepare(
    {
      title: { en: 'Prices', 'de-CH': 'Preise' },
      slug: { en: 'prices', 'de-CH': 'preise' },
      _status: 'published',
      layout: [
        {
          blockType: 'hero',
          heading: { en: 'What it costs', 'de-CH': 'Was es kostet' },
          text: { en: 'Not much' },
          image: '64b000000000000000000001',
        },
      ],
    },
    { locales },
  )
  expect(layoutOf(inside)).toMatchObject([{ heading: 'What it costs', image: PICTURE }])
  expect(inside.languages[1]?.data).toMatchObject({ title: 'Preise', slug: 'preise' })
  expect(layoutOf(inside, 1)).toMatchObject([
    { heading: 'Was es kostet', text: 'Not much', image: PICTURE },
  ])
})

test.each([
  ['/', 'home'],
  ['/about/team/', 'team'],
  ['Über uns', 'uber-uns'],
  ['admin', 'admin-page'],
  ['preise.html', 'preise'],
])('the address “%s” ends in “%s”', async (slug, expected) => {
  const prepared = await prepare({ title: 'T', slug, _status: 'draft' })
  expect(prepared.languages[0].data.slug).toBe(expected)
  expect(prepared.notes.some(({ path }) => path === 'slug')).toBe(true)
})

test.each([
  [{ _status: 'published' }, 'published'],
  [{ status: 'live' }, 'published'],
  [{ published: true }, 'published'],
  [{ status: 'published', published: false }, 'draft'],
  [{ status: 'archived' }, 'draft'],
  [{ status: 'wip' }, 'draft'],
  [{}, 'draft'],
])('of %j, a page is %s', async (values, expected) => {
  const prepared = await prepare({ title: 'T', slug: 't', ...values })
  expect(prepared.status).toBe(expected)
  expect(prepared.languages[0].data._status).toBe(expected)
})

test('a part of a page leaves what is here as it is', async () => {
  const existing = { id: ROW, _status: 'published' }
  const prepared = await prepare({ meta: { title: 'T' } }, { existing })
  expect(prepared.languages).toEqual([
    { locale: 'en', data: { meta: { title: 'T' }, _status: 'published' } },
  ])
})

test('what a page needs and does not have is made, and told', async () => {
  const prepared = await prepare({ content: 'Words', _status: 'draft' })
  expect(prepared.languages[0].data).toMatchObject({ title: 'Untitled', slug: 'untitled' })
  expect(prepared.notes.map(({ path }) => path)).toEqual(expect.arrayContaining(['title', 'slug']))
  await expect(prepare({})).rejects.toThrow('a page of which nothing is known')
})

test('a page is not below itself, nor below one that is not here', async () => {
  const prepared = await prepare({ title: 'T', slug: 't', _status: 'draft', parent: ROW })
  expect(prepared.languages[0].data).not.toHaveProperty('parent')
  expect(prepared.unmapped).toEqual({ parent: ROW })
})

test('too much is cut, and kept as it was', async () => {
  const heading = 'word '.repeat(60).trim()
  const prepared = await onPage({
    blockType: 'hero',
    heading,
    facts: Array(6).fill({ value: '1', label: 'one' }),
  })
  const [hero] = layoutOf(prepared)
  expect(String(hero?.heading)).toMatch(/^(word ){22}word…$/)
  expect(hero?.facts).toHaveLength(4)
  expect(prepared.unmapped).toMatchObject({
    'layout.0.heading': heading,
    'layout.0.facts.4': { value: '1' },
  })
})
