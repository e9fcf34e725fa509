import { expect, test } from 'vitest'

import { pageSlugField } from '@/collections/fields/pageSlugField'

const { validate } = pageSlugField

test.each(['search', 'api', 'admin'])('“/%s” is no page of a site', (slug) => {
  expect(validate(slug, { data: {} })).toContain(`“/${slug}”`)
  expect(validate(slug, { data: { parent: 'some page' } })).toBe(true)
})

test('a slug is made of small letters, digits and hyphens', () => {
  expect(validate('opening-hours-2', { data: {} })).toBe(true)
  expect(validate('Opening hours', { data: {} })).toContain('lower-case')
})
