import { describe, expect, it } from 'vitest'

import { byLocale, standIn, translate, type Languages } from '@/copying/translate'

const speaks = (...locales: [Languages['defaultLocale'], ...Languages['locales']]): Languages => ({
  defaultLocale: locales[0],
  locales,
})

describe('translate', () => {
  it('keeps the languages that both offer', () => {
    const texts = { en: 'Prices', de: 'Preise', fr: 'Prix' }
    expect(translate(texts, speaks('en', 'de', 'fr'), speaks('de', 'en', 'it'))).toEqual({
      en: 'Prices',
      de: 'Preise',
    })
  })

  it('fills the main language with that of the source', () => {
    const [source, target] = [speaks('en', 'de'), speaks('fr', 'de')]
    expect(translate({ en: 'Prices', de: 'Preise' }, source, target)).toEqual({
      fr: 'Prices',
      de: 'Preise',
    })
    expect(standIn({ en: 'Prices', de: 'Preise' }, source, target)).toBe('en')
  })

  it('takes any language rather than none', () => {
    expect(translate({ de: 'Preise' }, speaks('en', 'de'), speaks('fr'))).toEqual({ fr: 'Preise' })
    expect(translate({}, speaks('en'), speaks('fr'))).toEqual({})
  })

  it('takes nothing of a language that the source has switched off', () => {
    expect(translate({ de: 'Alt' }, speaks('en'), speaks('de'))).toEqual({})
  })
})

describe('byLocale', () => {
  const text = (one: unknown) => (typeof one === 'string' && one !== '' ? one : undefined)

  it('leaves out what is empty, and what is no language', () => {
    expect(byLocale({ en: 'a', de: '', fr: null, xx: 'b' }, text)).toEqual({ en: 'a' })
    expect(byLocale('a', text)).toEqual({})
    expect(byLocale(null, text)).toEqual({})
  })
})
