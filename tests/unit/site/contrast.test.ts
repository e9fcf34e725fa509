import { describe, expect, it } from 'vitest'

import { contrastRatio, READABLE, readableOn } from '@/site/contrast'
import { assertReadable, themeProblems } from '@/site/themeProblems'

describe('contrastRatio', () => {
  it('is 21 between black and white, in either order', () => {
    expect(contrastRatio('#000', '#ffffff')).toBeCloseTo(21)
    expect(contrastRatio('#ffffff', '#000')).toBeCloseTo(21)
  })

  it('agrees with the WCAG examples', () => {
    expect(contrastRatio('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
    expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  it('is the worst there is for anything that is no hex colour', () => {
    expect(contrastRatio('red', '#ffffff')).toBe(1)
    expect(contrastRatio(undefined, '#ffffff')).toBe(1)
  })
})

describe('readableOn', () => {
  it('finds a readable colour for every shade of grey', () => {
    for (let shade = 0; shade < 256; shade += 1) {
      const background = `#${shade.toString(16).padStart(2, '0').repeat(3)}`
      expect(contrastRatio(readableOn(background), background)).toBeGreaterThanOrEqual(READABLE)
    }
  })
})

describe('themeProblems', () => {
  it('accepts a readable theme', () => {
    expect(
      themeProblems({ text: '#1b1d1a', surface: '#faf8f4', primary: '#2f4b3c', accent: '#d9a441' }),
    ).toEqual([])
  })

  it('names the field and the direction when text is too pale', () => {
    const [problem] = themeProblems({ text: '#aaaaaa', surface: '#ffffff' })
    expect(problem).toMatchObject({ field: 'text', message: expect.stringContaining('darker') })
    expect(themeProblems({ text: '#333333', surface: '#111111' })[0]?.message).toContain('lighter')
  })

  it('refuses what is no colour', () => {
    expect(themeProblems({ primary: 'red;}</style>' })).toMatchObject([{ field: 'primary' }])
  })

  it('throws as an assertion', () => {
    expect(() => assertReadable({ text: '#eeeeee', surface: '#ffffff' })).toThrow(/^text: /)
    expect(() => assertReadable({})).not.toThrow()
  })
})
