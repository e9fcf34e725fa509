import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'

import { BrandTile } from '@/admin/brand/BrandTile'
import { demoAccountsAt } from '@/admin/brand/demoAccountsAt'
import type { Brand } from '@/admin/brand/loadBrand'
import { withSpaceName } from '@/admin/brand/withSpaceName'

const brand: Brand = {
  tenant: {
    id: 'id',
    slug: 'harbor',
    name: 'Harbor',
    status: 'active',
    domains: [],
    defaultLocale: 'en',
    locales: ['en'],
  },
  name: 'harbor nine',
  logo: null,
  icon: null,
  surface: '#fbfaf7',
  primary: '#1f5f5b',
}
const picture = (width: number, height: number) => ({
  url: '/api/media/file/mark.svg',
  width,
  height,
})

describe('BrandTile', () => {
  it('shows the initial in the space’s colour where there is no mark, readable', () => {
    const html = renderToStaticMarkup(<BrandTile brand={brand} />)
    expect(html).toContain('background:#1f5f5b;color:#ffffff')
    expect(html).toContain('>H</span>')
  })

  it('shows the icon, else a logo that fits into a square', () => {
    const withIcon = renderToStaticMarkup(<BrandTile brand={{ ...brand, icon: picture(64, 64) }} />)
    expect(withIcon).toContain('src="/api/media/file/mark.svg"')
    expect(withIcon).toContain('background:#fbfaf7')
    const square = renderToStaticMarkup(<BrandTile brand={{ ...brand, logo: picture(100, 90) }} />)
    expect(square).toContain('<img')
    const wordmark = renderToStaticMarkup(
      <BrandTile brand={{ ...brand, logo: picture(320, 80) }} />,
    )
    expect(wordmark).not.toContain('<img')
  })

  it('lets nothing but a colour into its style', () => {
    const html = renderToStaticMarkup(
      <BrandTile brand={{ ...brand, primary: 'red;content:url(x)' }} />,
    )
    expect(html).not.toContain('style')
  })
})

describe('withSpaceName', () => {
  it.each([
    ['Pages · Atrium', 'Pages · Harbor'],
    ['· Atrium', 'Harbor'],
    ['About Atrium', 'About Atrium · Harbor'],
  ])('turns “%s” into “%s”', (title, expected) => {
    expect(withSpaceName(title, 'Harbor')).toBe(expected)
  })
})

describe('demoAccountsAt', () => {
  it('names a space’s own people and its agency, and nobody of another space', () => {
    const emails = demoAccountsAt('harbor').map(({ email }) => email)
    expect(emails).toContain('owner@harbor.test')
    expect(emails.at(-1)).toBe('agency@atrium.test')
    expect(emails.some((email) => email.includes('foundry'))).toBe(false)
  })

  it('leaves out people who cannot sign in to the admin', () => {
    expect(demoAccountsAt('foundry').some(({ role }) => role === 'member')).toBe(false)
  })

  it('names the global accounts at the platform’s address', () => {
    expect(demoAccountsAt(undefined).map(({ email }) => email)).toEqual([
      'admin@atrium.test',
      'agency@atrium.test',
    ])
  })
})
