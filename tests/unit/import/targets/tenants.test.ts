import { expect, test } from 'vitest'

import { importContext, ROW } from '../../../support/importContext'
import { setEnvironment } from '../../setEnvironment'

setEnvironment()
const { tenants } = await import('@/import/targets/tenants')

type Values = Parameters<typeof tenants.prepare>[0]

const prepare = (values: Values, options = {}) => tenants.prepare(values, importContext(options))
const dataOf = async (values: Values) => (await prepare(values)).languages[0].data

test('a tenant of an application becomes a space', async () => {
  const prepared = await prepare({
    name: 'Acme Ltd',
    slug: 'acme',
    domains: ['www.acme.example', { domain: 'Acme.Example', verified: true }],
    plan: 'Pro',
    status: 'active',
    branding: { primary: '#112233', logo: 'https://cdn.example/logo.png', tagline: 'We build' },
    settings: { time_zone: 'Europe/Zurich', defaultCurrency: 'CHF', legacy: { a: 1 } },
    featureToggles: { shop: true, new_checkout: 1, odd: 'perhaps' },
    defaultLocale: 'de-CH',
    locales: ['de-CH', 'fr'],
  })
  expect(prepared.languages).toEqual([
    {
      locale: 'en',
      data: {
        name: 'Acme Ltd',
        slug: 'acme',
        domains: [{ domain: 'www.acme.example' }, { domain: 'acme.example' }],
        plan: 'standard',
        status: 'active',
        defaultLocale: 'de',
        locales: ['de', 'fr'],
        branding: { primary: '#112233', tagline: 'We build' },
        settings: { timeZone: 'Europe/Zurich', defaultCurrency: 'CHF' },
        featureToggles: { shop: true, newCheckout: true },
      },
    },
  ])
  expect(prepared.unmapped).toEqual({
    'domains.1.verified': true,
    'branding.logo': 'https://cdn.example/logo.png',
    'settings.legacy': { a: 1 },
    'featureToggles.odd': 'perhaps',
  })
  expect(prepared.notes).toContainEqual({ path: 'plan', reason: '“Pro” becomes “standard”' })
})

test.each([
  ['ACME', 'acme'],
  ['Müller & Söhne', 'muller-sohne'],
  ['admin', 'admin-space'],
  ['-x-', 'x'],
  ['xn--abc', 'abc'],
  ['a'.repeat(90), 'a'.repeat(63)],
  ['???', 'acme'],
])('the sub-domain “%s” becomes “%s”', async (slug, expected) => {
  const { languages, notes } = await prepare({ name: 'Acme', slug })
  expect(languages[0].data.slug).toBe(expected)
  expect(notes.map(({ path }) => path)).toContain('slug')
})

test('a space has a sub-domain and a name, even when only one is there', async () => {
  expect(await dataOf({ name: '日本' })).toEqual({ name: '日本', slug: `space-${ROW.slice(0, 8)}` })
  expect(await dataOf({ slug: 'acme' })).toEqual({ name: 'acme', slug: 'acme' })
  await expect(prepare({ plan: 'pro' })).rejects.toThrow('a space without a name or a slug')
})

test('what cannot be a domain here is kept', async () => {
  const domains = [
    'https://shop.example/x',
    '127.0.0.1',
    'acme.spaces.example',
    'atrium.example',
    'a b',
  ]
  const prepared = await prepare({ name: 'Acme', slug: 'acme', domains })
  expect(prepared.languages[0].data.domains).toEqual([{ domain: 'shop.example' }])
  expect(Object.keys(prepared.unmapped)).toEqual([
    'domains.1',
    'domains.2',
    'domains.3',
    'domains.4',
  ])
})

test('words that are not known become the usual one, and are kept', async () => {
  const prepared = await prepare({
    name: 'A',
    slug: 'a',
    plan: 'gold',
    status: 'zzz',
    defaultLocale: 'tlh',
  })
  expect(prepared.languages[0].data).toEqual({
    name: 'A',
    slug: 'a',
    plan: 'starter',
    status: 'active',
  })
  expect(prepared.unmapped).toEqual({ plan: 'gold', status: 'zzz', defaultLocale: 'tlh' })
})
