import { expect, test } from 'vitest'

import {
  brandingSchema,
  featureTogglesSchema,
  profileSchema,
  settingsSchema,
} from '@/collections/tenantSchemas'
import { Findings } from '@/import/targets/Findings'
import { fitJson } from '@/import/targets/fitJson'
import { type PlainValues } from '@/import/targets/Target'

function fit(schema: Parameters<typeof fitJson>[0], value: PlainValues) {
  const findings = new Findings()
  const fitted = fitJson(schema, { path: 'it', value }, findings)
  return { fitted, unmapped: findings.unmapped, notes: findings.notes }
}

const SCHEMAS = {
  branding: brandingSchema,
  settings: settingsSchema,
  profile: profileSchema,
} as const

const WHITE = '#ffffff'

test.each([
  ['branding', 'primary_color', 'primary', WHITE],
  ['branding', 'primaryColour', 'primary', WHITE],
  ['branding', 'brand-color', 'primary', WHITE],
  ['branding', 'color', 'primary', WHITE],
  ['branding', 'accent_color', 'accent', WHITE],
  ['branding', 'secondary', 'accent', WHITE],
  ['branding', 'secondaryColor', 'accent', WHITE],
  ['branding', 'background_color', 'surface', WHITE],
  ['branding', 'foreground', 'text', WHITE],
  ['branding', 'text_color', 'text', WHITE],
  ['branding', 'slogan', 'tagline', 'We build'],
  ['branding', 'mail_footer', 'mailFooter', 'Bye'],
  ['branding', 'email_signature', 'mailFooter', 'Bye'],
  ['settings', 'currency', 'defaultCurrency', 'CHF'],
  ['settings', 'currency_code', 'defaultCurrency', 'CHF'],
  ['settings', 'timezone', 'timeZone', 'Europe/Zurich'],
  ['settings', 'time_zone', 'timeZone', 'Europe/Zurich'],
  ['settings', 'tz', 'timeZone', 'Europe/Zurich'],
  ['settings', 'language', 'locale', 'de-CH'],
  ['settings', 'price_tolerance_percent', 'priceTolerancePercent', 5],
  ['profile', 'phone_number', 'phone', '1'],
  ['profile', 'tel', 'phone', '1'],
  ['profile', 'position', 'jobTitle', 'Analyst'],
  ['profile', 'Job Title', 'jobTitle', 'Analyst'],
  ['profile', 'biography', 'bio', 'Counts'],
  ['profile', 'lang', 'locale', 'de'],
] as const)('in %s, “%s” is “%s”', (schema, key, name, value) => {
  expect(fit(SCHEMAS[schema], { [key]: value })).toEqual({
    fitted: { [name]: value },
    unmapped: {},
    notes: [{ path: `it.${key}`, reason: `is now called “${name}”` }],
  })
})

test('a name means something only where the schema has it', () => {
  const value = { currency: 'CHF', timezone: 'Europe/Zurich', constructor: 'x' }
  expect(fit(brandingSchema, value)).toMatchObject({
    fitted: {},
    unmapped: { 'it.currency': 'CHF' },
  })
  expect(Object.keys(fit(brandingSchema, value).unmapped)).toHaveLength(3)
  expect(fit(profileSchema, value).fitted).toEqual({ timeZone: 'Europe/Zurich' })
})

test('names are found in groups too, and what is no value of a field is kept', () => {
  const { fitted, unmapped } = fit(settingsSchema, {
    customer_detection: { enabled: 'on', minimum_score: 0.5, strategy: 'guess' },
    currency: 'francs',
  })
  expect(fitted).toEqual({ customerDetection: { enabled: true, minimumScore: 0.5 } })
  expect(unmapped).toEqual({
    'it.customer_detection.strategy': 'guess',
    'it.currency': 'francs',
  })
})

test.each([
  [{ secondary: '#000001', accent: '#000002' }, { accent: '#000002' }, ['it.secondary']],
  [{ secondary: '#000001', accent_color: '#000002' }, { accent: '#000002' }, ['it.secondary']],
  [{ color: '#000001', primary: '#000002' }, { primary: '#000002' }, ['it.color']],
  [{ primary: '#000002', color: '#000001' }, { primary: '#000002' }, ['it.color']],
  [{ secondary: '#000002', accent: 'red' }, { accent: '#000002' }, ['it.accent']],
  [{ secondary: '#000002', accent: '' }, { accent: '#000002' }, []],
])('of two names for one field the closer one counts: %j', (value, expected, kept) => {
  const { fitted, unmapped } = fit(brandingSchema, value)
  expect(fitted).toEqual(expected)
  expect(Object.keys(unmapped)).toEqual(kept)
})

test('where any name is allowed, names are only written as ours are', () => {
  const { fitted, unmapped } = fit(featureTogglesSchema, {
    timezone: true,
    new_checkout: 'off',
    'Not a name!': true,
  })
  expect(fitted).toEqual({ timezone: true, newCheckout: false })
  expect(unmapped).toEqual({ 'it.Not a name!': true })
})
