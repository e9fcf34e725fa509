import { expect, test } from 'vitest'

import { MAX_QUERY_LENGTH, parseSearch, writeCursor } from '@/search/parseSearch'

test('a question is one line without control characters', () => {
  expect(parseSearch({ q: '  two\n\u0000 words ' })).toEqual({
    query: 'two words',
    kind: undefined,
    locale: undefined,
    limit: 10,
    after: undefined,
  })
})

test('what is asked by machines is read as strictly as it is written', () => {
  const cursor = { rank: '6.0792713e-02', row: '019a0000-0000-7000-8000-000000000001' }
  expect(
    parseSearch({
      q: 'x',
      type: 'media',
      locale: 'de-AT',
      limit: '50',
      after: writeCursor(cursor),
    }),
  ).toMatchObject({ kind: 'media', locale: 'de-AT', limit: 50, after: cursor })
})

test.each([
  { q: 'x'.repeat(MAX_QUERY_LENGTH + 1) },
  { q: 'x', type: 'users' },
  { q: 'x', limit: '51' },
  { q: 'x', limit: '1.5' },
  { q: 'x', locale: "de'--" },
  { q: 'x', after: 'MSAx' },
  { q: 'x', after: Buffer.from('NaN 019a0000-0000-7000-8000-000000000001').toString('base64url') },
])('is refused: %j', (asked) => {
  expect(() => parseSearch(asked)).toThrow(expect.objectContaining({ code: 'QUERY_REJECTED' }))
})

test('what is no text is no question', () => {
  expect(parseSearch({ q: ['a', 'b'] }).query).toBe('')
})
