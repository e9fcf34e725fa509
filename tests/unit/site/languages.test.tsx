import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'

import { buildAlternates } from '@/site/buildAlternates'
import { homeOf, linkLanguages, readingOf, searchOf } from '@/site/Language'
import { LanguageSwitch } from '@/site/LanguageSwitch'
import { withAddresses } from '@/site/withAddresses'
import { wordsOf } from '@/site/words'
import type { TenantSummary } from '@/tenancy/resolveTenant'

import { buildPage } from './buildPage'

const tenant: TenantSummary = {
  id: 'id',
  slug: 'harbor',
  name: 'Harbor',
  status: 'active',
  domains: [],
  defaultLocale: 'de',
  locales: ['de', 'en', 'ar'],
}
const english = readingOf(tenant, 'en')
const origin = 'https://harbor.example'

describe('the addresses of a page in other languages', () => {
  it('are those that it is translated into, and for everybody else the main one', () => {
    expect(buildAlternates(tenant, { en: '/prices', de: '/preise', fr: '/prix' }, origin)).toEqual({
      de: 'https://harbor.example/preise',
      en: 'https://harbor.example/en/prices',
      'x-default': 'https://harbor.example/preise',
    })
    expect(buildAlternates(tenant, { en: '/' }, origin)).toEqual({
      en: 'https://harbor.example/en',
      'x-default': 'https://harbor.example/en',
    })
    expect(buildAlternates(tenant, {}, origin)).toEqual({})
  })

  it('begin with the language, but for the main one', () => {
    expect([homeOf(english), searchOf(english)]).toEqual(['/en', '/en/search'])
    const german = readingOf(tenant, 'de')
    expect([homeOf(german), searchOf(german)]).toEqual(['/', '/search'])
  })
})

describe('what was read', () => {
  const page = buildPage({ title: 'Prices', path: '/prices' })

  it('links to pages in its language, however deep they are', () => {
    const data = { items: [{ link: { page } }], text: { path: '/x' }, id: null }
    expect(withAddresses(data, english)).toEqual({
      items: [{ link: { page: { ...page, path: '/en/prices' } } }],
      text: { path: '/x' },
      id: null,
    })
    expect(page.path).toBe('/prices')
  })

  it('is left as it is in the main language', () => {
    const data = { page }
    expect(withAddresses(data, readingOf(tenant, 'de'))).toBe(data)
  })
})

describe('LanguageSwitch', () => {
  const languages = linkLanguages(tenant, 'en', (locale) => `/${locale}`)

  it('names each language in itself, and says which one it is', () => {
    const html = renderToStaticMarkup(<LanguageSwitch languages={languages} locale="en" />)
    expect(html).toContain('<a href="/de" hrefLang="de" lang="de">Deutsch</a>')
    expect(html).toContain('<a href="/ar" hrefLang="ar" lang="ar">العربية</a>')
    expect(html).toMatch(/<a href="\/en"[^>]*aria-current="true"/)
    expect(html).toContain('aria-label="Languages: English"')
  })

  it('is not there where there is one language', () => {
    const one = linkLanguages({ ...tenant, locales: ['de'] }, 'de', () => '/')
    expect(renderToStaticMarkup(<LanguageSwitch languages={one} locale="de" />)).toBe('')
  })
})

it('the site speaks the language of a region, and English where it has no words', () => {
  expect(wordsOf('de-AT').menu).toBe('Menü')
  expect(wordsOf('fr').menu).toBe('Menu')
  expect(wordsOf(undefined).menu).toBe('Menu')
})
