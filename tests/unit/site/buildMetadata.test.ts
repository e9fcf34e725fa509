import { describe, expect, it } from 'vitest'

import { buildMetadata } from '@/site/buildMetadata'

import { buildMedia, buildPage } from './buildPage'

const settings = { siteName: 'Harbor', tagline: 'A house for good work' }
const origin = 'https://harbor.example'

describe('buildMetadata', () => {
  it('names the page and the site, at the canonical address', () => {
    const page = buildPage({ title: 'Plans', path: '/plans' })
    expect(buildMetadata({ page, settings, origin })).toMatchObject({
      title: { absolute: 'Plans – Harbor' },
      description: 'A house for good work',
      alternates: { canonical: 'https://harbor.example/plans' },
      robots: undefined,
      openGraph: { siteName: 'Harbor', url: 'https://harbor.example/plans' },
      twitter: { card: 'summary' },
    })
  })

  it('introduces the site on its home page', () => {
    const page = buildPage({ title: 'Home', path: '/' })
    expect(buildMetadata({ page, settings, origin }).title).toEqual({
      absolute: 'Harbor – A house for good work',
    })
  })

  it('prefers what was written for search engines, and the crop for networks', () => {
    const image = buildMedia({ sizes: { og: { url: '/media/og.jpg', width: 1200, height: 630 } } })
    const page = buildPage({ meta: { title: 'Desks', description: 'By the water', image } })
    const metadata = buildMetadata({ page, settings, origin })
    expect(metadata).toMatchObject({
      title: { absolute: 'Desks – Harbor' },
      description: 'By the water',
      openGraph: { images: [{ url: 'https://harbor.example/media/og.jpg', width: 1200 }] },
      twitter: { card: 'summary_large_image' },
    })
  })

  it.each([
    ['a draft', { page: buildPage({ _status: 'draft' }) }],
    ['a preview', { page: buildPage({ _status: 'published' }), isDraft: true }],
    ['a page that asks for it', { page: buildPage({ meta: { noIndex: true } }) }],
    ['no page', { page: null }],
  ])('keeps %s from search engines', (_, input) => {
    expect(buildMetadata({ ...input, settings, origin })).toMatchObject({
      robots: { index: false, follow: false },
      alternates: undefined,
    })
  })
})
