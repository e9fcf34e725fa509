import { describe, expect, it } from 'vitest'

import { buildThemeCss } from '@/site/buildThemeCss'
import { fontStackOptions } from '@/site/fontStacks'

const HOSTILE = 'red;}</style><script>alert(1)</script>'

describe('buildThemeCss', () => {
  it('declares the colours for day and night', () => {
    const css = buildThemeCss({ primary: '#1F5F5B' })
    expect(css).toMatch(/^:root\{color-scheme:light;/)
    expect(css).toContain('--c-primary:#1F5F5B')
    expect(css).toContain('@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;')
  })

  it('lets nothing of a hostile value through, in no field', () => {
    const css = buildThemeCss({
      primary: HOSTILE,
      accent: HOSTILE,
      surface: HOSTILE,
      text: HOSTILE,
      headingFont: HOSTILE,
      bodyFont: HOSTILE,
      corners: HOSTILE,
    })
    expect(css).toBe(buildThemeCss({}))
    expect(css).not.toContain('<')
  })

  it('takes no property of the prototype for a font', () => {
    expect(buildThemeCss({ headingFont: 'constructor' })).toBe(buildThemeCss({}))
  })

  it('works without any settings', () => {
    expect(buildThemeCss(null)).toBe(buildThemeCss({}))
  })

  it('offers at least eight fonts, none of which can end the style element', () => {
    expect(fontStackOptions.length).toBeGreaterThanOrEqual(8)
    for (const { value } of fontStackOptions) {
      expect(buildThemeCss({ headingFont: value })).not.toMatch(/[<"]|url\(/)
    }
  })

  it('shapes corners', () => {
    expect(buildThemeCss({ corners: 'round' })).toContain('--radius-button:999px')
    expect(buildThemeCss({ corners: 'sharp' })).toContain('--radius-l:0px')
  })
})
