import { describe, expect, test } from 'vitest'

import { addressIn, isReservedSlug, readAddress } from '@/locales/addresses'
import { LOCALE_CODES, localeOf, localesIn, nearestLocale } from '@/locales/locales'

describe('an address', () => {
  test.each([
    ['en', '/', '/'],
    ['en', '/prices', '/prices'],
    ['de', '/', '/de'],
    ['de', '/preise', '/de/preise'],
    ['pt-BR', '/a/b', '/pt-br/a/b'],
  ] as const)('in %s of %s is %s, and is read back', (locale, path, address) => {
    expect(addressIn(locale, 'en', path)).toBe(address)
    const { locale: read = 'en', path: readPath } = readAddress(address)
    expect([read, readPath]).toEqual([locale, path])
  })

  test.each(['/DE/preise', '/Pt-Br', '/xx/preise', '/deutsch', '/'])(
    '%s begins with no language',
    (address) => {
      expect(readAddress(address)).toEqual({ locale: undefined, path: address })
    },
  )

  test('of a page at the top does not begin like one in a language', () => {
    expect(LOCALE_CODES.filter((code) => !isReservedSlug(code.toLowerCase()))).toEqual([])
    expect(isReservedSlug('deutsch')).toBe(false)
  })
})

describe('a language', () => {
  test.each([
    ['de-AT', 'de'],
    ['DE', 'de'],
    ['pt-BR', 'pt-BR'],
    ['pt-AO', 'pt'],
    ['tlh', 'en'],
    ['', 'en'],
    [undefined, 'en'],
    [7, 'en'],
  ])('nearest to %j is %s', (tag, locale) => expect(nearestLocale(tag)).toBe(locale))

  test('is known however its code is written, and each code once', () => {
    expect(localeOf('zh-hant')?.code).toBe('zh-Hant')
    expect(localesIn(['de', 'DE', 'xx', null, 'en'])).toEqual(['de', 'en'])
    expect(localesIn('de')).toEqual([])
    expect(new Set(LOCALE_CODES).size).toBe(LOCALE_CODES.length)
  })

  test('is one that browsers know', () => {
    expect(Intl.getCanonicalLocales([...LOCALE_CODES])).toEqual(LOCALE_CODES)
  })
})
