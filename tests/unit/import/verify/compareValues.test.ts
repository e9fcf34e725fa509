import { describe, expect, test } from 'vitest'

import { compareValues } from '@/import/verify/compareValues'
import { isSecretPath, shownValue } from '@/import/verify/hideSecrets'

describe('values are the same', () => {
  test.each([
    ['nothing, however it is written', { a: null, b: '', c: [], d: { e: undefined } }, {}],
    ['a moment', '2024-01-15 09:00:00.5+00', '2024-01-15T09:00:00.500Z'],
    ['a date of the database', '2024-01-15T10:00:00+01:00', new Date('2024-01-15T09:00:00Z')],
    ['a number as a text', '12.50', 12.5],
    ['an id, and what is filled in for it', 'one', { id: 'one', title: 'One' }],
    ['with more than was prepared', { a: [{ b: 1 }] }, { a: [{ b: 1, id: 'x' }], c: 2 }],
  ])('%s', (_, expected, found) => {
    expect(compareValues(expected, found)).toEqual([])
  })
})

describe('values are other ones', () => {
  test.each([
    ['a text', { a: { b: 'x' } }, { a: { b: 'y' } }, '$.a.b'],
    ['a list in another order', { a: ['x', 'y'] }, { a: ['y', 'x'] }, '$.a[0]'],
    ['a list that is longer', { a: ['x'] }, { a: ['x', 'y'] }, '$.a'],
    ['zero for nothing', { a: 0 }, {}, '$.a'],
    ['no for nothing', { a: false }, { a: null }, '$.a'],
    ['a moment later', { a: '2024-01-15T09:00:00Z' }, { a: '2024-01-15T09:00:00.001Z' }, '$.a'],
    ['another row', { a: 'one' }, { a: { id: 'two' } }, '$.a'],
    ['a text that only looks like the number', { a: '12x' }, { a: 12 }, '$.a'],
  ])('%s', (_, expected, found, path) => {
    expect(compareValues(expected, found)[0]).toMatchObject({ path })
  })
})

test('secrets are shown to nobody, nor what is long', () => {
  for (const path of ['$.password', '$.user.apiKey', '$.reset_token', '$.auth.hash'])
    expect(isSecretPath(path)).toBe(true)
  expect(isSecretPath('$.title')).toBe(false)
  expect(shownValue('$.title', 'x'.repeat(500))).toHaveLength(121)
  expect(shownValue('$.user', { password: 'x' })).toBe('(not shown)')
})
