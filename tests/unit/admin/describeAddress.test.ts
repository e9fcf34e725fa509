import { describe, expect, it } from 'vitest'

import { describeAddress } from '@/admin/pages/describeAddress'

const now = Date.parse('2026-11-21T09:30:00Z')
const page = {
  path: '/about/team',
  slug: 'team',
  parentPath: '/about',
  publishedAt: null,
  hasPublished: true,
} as const

describe('describeAddress', () => {
  it('leads to a page that visitors see', () => {
    expect(describeAddress(page, now)).toEqual({ kind: 'live', path: '/about/team', next: null })
  })

  it('says when a published page will appear', () => {
    const from = '2026-12-03T09:00:00.000Z'
    expect(describeAddress({ ...page, publishedAt: from }, now)).toMatchObject({
      kind: 'scheduled',
      from,
    })
    expect(describeAddress({ ...page, publishedAt: new Date(from) }, now)).toMatchObject({ from })
    expect(describeAddress({ ...page, publishedAt: '2026-11-20T09:00:00Z' }, now).kind).toBe('live')
  })

  it('tells where a page moves when its changes are published', () => {
    expect(describeAddress({ ...page, slug: 'people' }, now)).toMatchObject({
      path: '/about/team',
      next: '/about/people',
    })
  })

  it('promises nothing about an address that it cannot work out yet', () => {
    expect(describeAddress({ ...page, slug: 'people', parentPath: undefined }, now)).toMatchObject({
      path: '/about/team',
      next: null,
    })
  })

  it.each([
    ['team', '/about', '/about/team'],
    ['team', '/', '/team'],
    ['team', null, '/team'],
    ['home', null, '/'],
    ['home', '/about', '/about/home'],
  ])('works out where a draft “%s” below %s will be', (slug, parentPath, path) => {
    const draft = { ...page, path: null, slug, parentPath, hasPublished: false }
    expect(describeAddress(draft, now)).toEqual({ kind: 'draft', path, next: null })
  })

  it('has no address for a page without a name', () => {
    expect(describeAddress({ ...page, path: null, slug: '', hasPublished: false }, now).kind).toBe(
      'none',
    )
  })
})
