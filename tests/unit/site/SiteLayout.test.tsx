// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'

import type { SiteSetting } from '@/payload-types'
import { SiteLayout } from '@/site/SiteLayout'

import { buildMedia, buildPage } from './buildPage'

const to = (label: string, path: string) => ({
  link: { type: 'page' as const, label, page: buildPage({ id: path, title: label, path }) },
})

const settings = {
  siteName: 'Harbor',
  header: {
    items: [
      { ...to('The house', '/house'), children: [to('Rooms', '/house/rooms')] },
      to('Plans', '/plans'),
    ],
    callToAction: to('Book a tour', '/tour'),
  },
  footer: { text: '© Harbor', columns: [{ heading: 'Visit', links: [to('Hours', '/hours')] }] },
  social: [
    { platform: 'instagram', url: 'https://instagram.com/harbor' },
    { platform: 'website', url: 'javascript:alert(1)' },
  ],
} as SiteSetting

const render = (site: SiteSetting, currentPath = '/') => {
  const html = renderToStaticMarkup(
    <SiteLayout settings={site} currentPath={currentPath}>
      <h1>Hello</h1>
    </SiteLayout>,
  )
  return new DOMParser().parseFromString(html, 'text/html')
}

describe('SiteLayout', () => {
  it('has the landmarks, and a way past the menu as the first link', () => {
    const document = render(settings)
    expect(document.querySelector('a')?.getAttribute('href')).toBe('#content')
    expect(document.querySelector('main')?.id).toBe('content')
    for (const landmark of ['header', 'nav', 'main', 'footer']) {
      expect(document.querySelector(landmark)).not.toBeNull()
    }
  })

  it('marks the page that one is on', () => {
    const current = render(settings, '/plans').querySelectorAll('nav [aria-current="page"]')
    expect([...current].map(({ textContent }) => textContent)).toEqual(['Plans', 'Plans'])
  })

  it('opens the entries below without a script', () => {
    const more = render(settings).querySelector('.site-header__wide details')
    expect(more?.querySelector('summary')?.textContent).toContain('The house')
    expect(more?.querySelector('a')?.getAttribute('href')).toBe('/house/rooms')
  })

  it('leaves out links that lead nowhere', () => {
    const document = render(settings)
    expect(document.querySelectorAll('.social a')).toHaveLength(1)
    expect(document.documentElement.innerHTML).not.toContain('javascript:')
  })

  it('spells the name beside a square logo, and lets a wide one speak for itself', () => {
    const name = (width: number) =>
      render({ ...settings, logo: buildMedia({ width, height: 100 }) }).querySelector(
        '.brand__name',
      )
    expect(name(100)?.textContent).toBe('Harbor')
    expect(name(400)).toBeNull()
  })

  it('stands with no settings but a name', () => {
    const document = render({ siteName: '</style><script>alert(1)</script>' } as SiteSetting)
    expect(document.querySelector('script')).toBeNull()
    expect(document.querySelector('.brand__name')?.textContent).toContain('alert(1)')
  })
})
