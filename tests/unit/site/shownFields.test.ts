import { describe, expect, test } from 'vitest'

import { validateSubmission } from '@/leads/validateSubmission'
import { shownFields } from '@/site/shownFields'
import { stepsOf } from '@/site/stepsOf'

const fields = [
  { blockType: 'step', title: 'You' },
  { blockType: 'text', name: 'name', required: true },
  { blockType: 'checkbox', name: 'firm' },
  { blockType: 'text', name: 'company', required: true, showIf: { field: 'firm', value: 'true' } },
  { blockType: 'number', name: 'people', showIf: { field: 'company', value: 'Tidepool' } },
  { blockType: 'step', title: 'Wishes' },
  { blockType: 'textarea', name: 'message' },
]
const form = { id: 'x', fields }

const names = (values: Record<string, string>) =>
  [...shownFields(fields, values)].flatMap((field) => ('name' in field ? [field.name] : []))

describe('conditions', () => {
  test('show a field when its answer is given', () => {
    expect(names({})).toEqual(['name', 'firm', 'message'])
    expect(names({ firm: 'on' })).toContain('company')
    expect(names({ firm: 'true', company: ' Tidepool ' })).toContain('people')
  })

  test('take no answer of a field that is not shown for one', () => {
    expect(names({ company: 'Tidepool' })).not.toContain('people')
  })

  test('hold on the server: what is not shown is neither required nor kept', () => {
    const sent = { name: 'Wen', company: 'Tidepool', people: '3' }
    expect(validateSubmission(form, sent, new Set())).toEqual({
      ok: true,
      answers: [{ field: 'name', value: 'Wen' }],
      uploads: [],
    })
    expect(validateSubmission(form, { name: 'Wen', firm: 'true' }, new Set())).toMatchObject({
      ok: false,
      errors: { company: 'Please fill this in.' },
    })
  })
})

test('steps divide a form', () => {
  expect(stepsOf(fields).map(({ title, fields: { length } }) => [title, length])).toEqual([
    ['You', 4],
    ['Wishes', 1],
  ])
  expect(stepsOf(fields.slice(1)).map(({ title }) => title)).toEqual([undefined, 'Wishes'])
  expect(stepsOf([])).toEqual([{ title: undefined, fields: [] }])
})
