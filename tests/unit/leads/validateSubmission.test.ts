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
    uploads: [],
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

describe('files', () => {
  const asking: FormDefinition = {
    id: '2',
    fields: [
      { blockType: 'text', name: 'name' },
      { blockType: 'file', name: 'cv', required: true, accept: ['pdf'], maxSize: 1 },
      {
        blockType: 'file',
        name: 'more',
        maxFiles: 3,
        maxSize: 1,
        showIf: { field: 'name', value: 'Ines' },
      },
    ],
  }
  const fileOf = (size: number, name = 'a.pdf') => new File([new Uint8Array(size)], name)
  const send = (
    files: Record<string, File[]>,
    values: Record<string, string> = {},
    platform = 20_000_000,
  ) =>
    validateSubmission(asking, values, countries, undefined, {
      files: new Map(Object.entries(files)),
      platform,
    })

  test('are taken for fields that ask for them, and are enough', () => {
    const cv = [fileOf(1)]
    expect(send({ cv })).toMatchObject({ ok: true, answers: [], uploads: [{ files: cv }] })
  })

  test('of a question that is not shown are neither kept nor missed', () => {
    const sent = { cv: [fileOf(1)], more: [fileOf(1), fileOf(1)] }
    expect(send(sent, { name: 'Wen' })).toMatchObject({ uploads: [{ field: { name: 'cv' } }] })
    expect(send(sent, { name: 'Ines' })).toMatchObject({
      uploads: [{ field: { name: 'cv' } }, { field: { name: 'more' } }],
    })
  })

  test.each([
    ['none', {}, 'Please choose a file.'],
    ['too many', { cv: [fileOf(1), fileOf(1)] }, 'Choose one file; these are 2.'],
    ['a large one', { cv: [fileOf(1_048_577)] }, '“a.pdf” is too large: up to 1 MB, please.'],
    ['an empty one', { cv: [fileOf(0)] }, '“a.pdf” is empty.'],
  ])('are counted and measured: %s', (_name, files, words) => {
    expect(send(files)).toMatchObject({ ok: false, errors: { cv: words } })
  })

  test('are not too large together', () => {
    const sent = { cv: [fileOf(900)], more: [fileOf(900)] }
    expect(send(sent, { name: 'Ines' }, 1_500)).toMatchObject({
      ok: false,
      message: 'All files together may have up to 1 kB.',
    })
  })

  test.each([
    ['a file for a question of text', { cv: [fileOf(1)], name: [fileOf(1)] }, {}],
    ['a file for no question', { cv: [fileOf(1)], other: [fileOf(1)] }, {}],
    ['text for a question of files', { cv: [fileOf(1)] }, { more: 'a.pdf' }],
  ])('%s is refused', (_name, files, values) => {
    expect(send(files, values)).toMatchObject({
      ok: false,
      message: expect.stringContaining('no field'),
    })
  })
})
