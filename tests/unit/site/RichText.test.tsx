import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'

import { RichText } from '@/site/RichText'

import { buildPage } from './buildPage'
import { heading, link, paragraph, richText, text } from './richText'

const render = (data: unknown) => renderToStaticMarkup(<RichText data={data} />)

describe('RichText', () => {
  it('renders formats', () => {
    expect(render(richText(paragraph(text('bold', 1))))).toContain('<p><strong>bold</strong></p>')
  })

  it('escapes what looks like markup', () => {
    expect(render(richText(paragraph(text('<script>alert(1)</script>'))))).not.toContain('<script')
  })

  it('turns a link that would run something into text', () => {
    const html = render(
      richText(paragraph(link('click', { linkType: 'custom', url: 'javascript:alert(1)' }))),
    )
    expect(html).toContain('click')
    expect(html).not.toContain('href')
  })

  it('leads to the path of a page, and nowhere when the page is not public', () => {
    const to = (value: unknown) =>
      render(
        richText(
          paragraph(link('plans', { linkType: 'internal', doc: { relationTo: 'pages', value } })),
        ),
      )
    expect(to(buildPage({ path: '/plans' }))).toContain('<a href="/plans">plans</a>')
    expect(to('some-id')).not.toContain('<a')
    expect(to(null)).toContain('plans')
  })

  it('says when a link opens a new tab, and gives away no opener', () => {
    const html = render(
      richText(paragraph(link('x', { linkType: 'custom', url: 'https://a.test', newTab: true }))),
    )
    expect(html).toContain('rel="noopener noreferrer"')
    expect(html).toContain('opens in a new tab')
  })

  it('leaves the only h1 to the page', () => {
    expect(render(richText(heading('h1', text('Big'))))).toContain('<h2>Big</h2>')
  })

  it.each([
    ['nothing', undefined],
    ['an empty editor', richText(paragraph())],
    ['a string', 'text'],
    ['no root', {}],
    ['a root without children', { root: {} }],
    ['a broken child', { root: { children: [null] } }],
  ])('renders nothing for %s', (_, data) => {
    expect(render(data)).toBe('')
  })

  it('leaves out kinds of node that it does not know', () => {
    const html = render(
      richText(paragraph(text('before')), { type: 'upload', version: 1, value: 'x' }),
    )
    expect(html).toBe('<div class="prose"><p>before</p></div>')
  })
})
