import { describe, expect, it } from 'vitest'

import { resolveLink } from '@/site/resolveLink'

import { buildPage } from './buildPage'

describe('resolveLink', () => {
  it('follows a page to where it is now', () => {
    const page = buildPage({ title: 'Plans', path: '/house/plans' })
    expect(resolveLink({ type: 'page', page, label: 'See the plans' })).toEqual({
      href: '/house/plans',
      label: 'See the plans',
      newTab: false,
    })
  })

  it('takes the title of the page when it has no text', () => {
    expect(resolveLink({ page: buildPage({ title: 'Plans', path: '/plans' }) })?.label).toBe(
      'Plans',
    )
  })

  it('opens only addresses in a new tab', () => {
    const page = buildPage({ title: 'Plans', path: '/plans' })
    expect(resolveLink({ type: 'page', page, newTab: true })?.newTab).toBe(false)
    expect(
      resolveLink({ type: 'url', url: 'https://a.test', label: 'A', newTab: true })?.newTab,
    ).toBe(true)
  })

  it.each([
    ['an unpopulated page', { type: 'page', page: 'some-id', label: 'x' }],
    ['an unsafe address', { type: 'url', url: 'javascript:alert(1)', label: 'x' }],
    ['no text', { type: 'url', url: 'https://a.test' }],
    ['nothing', {}],
    ['null', null],
  ] as const)('leads nowhere with %s', (_, link) => {
    expect(resolveLink(link)).toBeUndefined()
  })

  it('ignores the page that was chosen before it became an address', () => {
    const page = buildPage({ title: 'Plans', path: '/plans' })
    expect(resolveLink({ type: 'url', page, url: '', label: 'x' })).toBeUndefined()
  })
})
