import { expect, test } from 'vitest'

import { describeReport, readImport } from '@/admin/transfer/readImport'

const report = { imported: false, created: 1, changed: 2, unchanged: 3 }

test('rows of a table are known by their line, entries of a list are counted from one', () => {
  const rejected = [
    { line: 4, from: '/a', to: '/b', reason: 'No.' },
    { index: 0, what: '/c', reason: 'Neither.' },
    { reason: 'From nowhere.' },
    'nothing',
  ]
  const outcome = readImport({ ...report, rejected })
  expect(outcome).toEqual({
    kind: 'report',
    report: {
      ...report,
      rejected: [
        { place: 4, cells: { from: '/a', to: '/b' }, reason: 'No.' },
        { place: 1, cells: { what: '/c' }, reason: 'Neither.' },
      ],
    },
  })
})

test('a report is one sentence', () => {
  expect(describeReport({ ...report, rejected: [] })).toBe(
    '1 new, 2 changed, 3 as before, 0 rejected',
  )
})

test.each([
  [{ errors: [{ message: 'Too large.' }] }, 'Too large.', 'Too large.'],
  [undefined, undefined, 'The file could not be imported. Try again.'],
  [{ ...report, rejected: 'none' }, undefined, 'The file could not be imported. Try again.'],
])('anything else is a refusal: %j', (body, problem, message) => {
  expect(readImport(body, problem)).toEqual({ kind: 'refused', message })
})
