import { describe, expect, test } from 'vitest'

import { validateSubmission } from '@/leads/validateSubmission'
import type { FormDefinition } from '@/site/formDefinition'

const form: FormDefinition = {
  id: '1',
  fields: [
    { blockType: 'text', name: 'name', required: true },
    { blockType: 'email', name: 'email' },
    { blockType: 'number', name: 'people' },
    { blockType: 'checkbox', name: 'terms', required: true },
    { blockType: 'select', name: 'plan', options: [{ label: 'Flex', value: 'flex' }] },
    { blockType: 'date', name: 'day' },
    { blockType: 'country', name: 'country' },
    { blockType: 'textarea', name: 'message' },
    { blockType: 'message' },
  ],
}
const countries = new Set(['DE'])
const good = { name: 'Ines', terms: 'true' }
const check = (values: Record<string, string>) =>
  validateSubmission(form, { ...good, ...values }, countries)

test('what fits the form is taken, trimmed, in the order of the form, without what was left empty', () => {
  expect(
    check({ name: '  Ines ', message: '', plan: 'flex', day: '2027-02-28', country: 'DE' }),
  ).toEqual({
    ok: true,
    answers: [
      { field: 'name', value: 'Ines' },
      { field: 'terms', value: 'true' },
      { field: 'plan', value: 'flex' },
      { field: 'day', value: '2027-02-28' },
      { field: 'country', value: 'DE' },
    ],
  })
})

test('what belongs to the form and not to its questions is not an answer', () => {
  expect(check({ form: '1', token: 'x', company_website: '' })).toMatchObject({ ok: true })
})

describe('a fault is named at its field:', () => {
  test.each([
    ['name', ''],
    ['terms', ''],
    ['email', 'not an address'],
    ['email', 'a@b'],
    ['people', 'many'],
    ['people', 'Infinity'],
    ['plan', 'gold'],
    ['day', '2027-02-30'],
    ['day', 'tomorrow'],
    ['country', 'XX'],
    ['terms', 'maybe'],
    ['message', 'x'.repeat(5_001)],
    ['name', 'x'.repeat(501)],
    ['message', 'a\u0000b'],
  ])('%s cannot be “%s”', (field, value) => {
    expect(check({ [field]: value })).toMatchObject({
      ok: false,
      errors: { [field]: expect.any(String) },
    })
  })
})

test('a field that the form does not have is refused', () => {
  expect(check({ tenant: 'other' })).toMatchObject({
    ok: false,
    message: expect.stringContaining('no field'),
  })
})

test('inherited names are no fields', () => {
  expect(check({ constructor: 'x', __proto__x: 'y' })).toMatchObject({ ok: false })
})
