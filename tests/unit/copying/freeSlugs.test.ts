import { describe, expect, it } from 'vitest'

import { freeSlugs } from '@/copying/freeSlugs'

const atTop = { atTop: true }

describe('freeSlugs', () => {
  it('keeps what is free, and takes it', () => {
    const taken = new Set<string>()
    expect(freeSlugs({ en: 'prices' }, taken, atTop)).toEqual({ en: 'prices' })
    expect(freeSlugs({ en: 'prices' }, taken, atTop)).toEqual({ en: 'prices-2' })
    expect(freeSlugs({ en: 'prices' }, taken, atTop)).toEqual({ en: 'prices-3' })
  })

  it('gives all languages the same number', () => {
    const taken = new Set(['de:preise'])
    expect(freeSlugs({ en: 'prices', de: 'preise' }, taken, atTop)).toEqual({
      en: 'prices-2',
      de: 'preise-2',
    })
  })

  it('takes nothing that every site has, at the top', () => {
    expect(freeSlugs({ en: 'search' }, new Set(), atTop)).toEqual({ en: 'search-2' })
    expect(freeSlugs({ en: 'search' }, new Set(), { atTop: false })).toEqual({ en: 'search' })
  })

  it('stays as short as the field is', () => {
    const long = `${'a'.repeat(77)}-bc`
    const { en } = freeSlugs({ en: long }, new Set([`en:${long}`]), atTop)
    expect(en).toBe(`${'a'.repeat(77)}-2`)
  })

  it('leaves a page without any as it is', () => {
    expect(freeSlugs({}, new Set(), atTop)).toEqual({})
  })
})
