// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'

import type { Page } from '@/payload-types'
import type { Crumb } from '@/site/Breadcrumbs'
import { PageView } from '@/site/PageView'

type Layout = NonNullable<Page['layout']>

const hero = (heading: string): Layout[number] => ({
  blockType: 'hero',
  variant: 'compact',
  tone: 'plain',
  heading,
})

const cta: Layout[number] = { blockType: 'cta', tone: 'bold', heading: 'Come by', actions: [] }

const render = (layout: Layout | null, trail?: Crumb[]) =>
  new DOMParser().parseFromString(
    renderToStaticMarkup(<PageView page={{ title: 'About', layout }} trail={trail} />),
    'text/html',
  )

const headings = (document: Document, level: string) =>
  [...document.querySelectorAll(level)].map(({ textContent }) => textContent)

describe('PageView', () => {
  it('takes the heading of a first hero for the title of the page', () => {
    const document = render([hero('Work by the water'), cta, hero('Another one')])
    expect(headings(document, 'h1')).toEqual(['Work by the water'])
    expect(headings(document, 'h2')).toEqual(['Come by', 'Another one'])
  })

  it('shows the title when no hero comes first', () => {
    expect(headings(render([cta, hero('Later')]), 'h1')).toEqual(['About'])
    expect(headings(render(null), 'h1')).toEqual(['About'])
    expect(headings(render([hero('')]), 'h1')).toEqual(['About'])
  })

  it('shows the way down to a nested page only', () => {
    const trail = [
      { label: 'House', path: '/house' },
      { label: 'About', path: '/house/about' },
    ]
    const document = render([cta], trail)
    expect(document.querySelector('.breadcrumbs a')?.getAttribute('href')).toBe('/house')
    expect(document.querySelector('.breadcrumbs [aria-current="page"]')?.textContent).toBe('About')
    expect(render([cta], trail.slice(0, 1)).querySelector('.breadcrumbs')).toBeNull()
  })
})
