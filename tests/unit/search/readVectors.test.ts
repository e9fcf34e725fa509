import { expect, test } from 'vitest'

import { readVectors } from '@/search/embeddings/requestEmbeddings'

const answer = (...data: unknown[]) => JSON.stringify({ object: 'list', data })

test('vectors come in the order of the texts, whichever order the answer has', () => {
  const [first, second] = [
    { index: 0, embedding: [1, 2] },
    { index: 1, embedding: [3, 4] },
  ]
  for (const body of [answer(first, second), answer(second, first)])
    expect(readVectors(body, 2, 2)).toEqual([
      [1, 2],
      [3, 4],
    ])
  expect(readVectors(answer({ embedding: [1, 2] }, { embedding: [3, 4] }), 2, 2)).toEqual([
    [1, 2],
    [3, 4],
  ])
})

test.each([
  ['nothing', ''],
  ['no JSON', '<html>'],
  ['an error', '{"error":{"message":"no"}}'],
  ['too few vectors', answer({ embedding: [1, 2] })],
  ['too many', answer({ embedding: [1, 2] }, { embedding: [1, 2] }, { embedding: [1, 2] })],
  ['a longer vector', answer({ embedding: [1, 2] }, { embedding: [1, 2, 3] })],
  ['text', answer({ embedding: [1, 2] }, { embedding: ['1', '2'] })],
  ['null', answer({ embedding: [1, 2] }, { embedding: [1, null] })],
  ['infinity', answer({ embedding: [1, 2] }, { embedding: [1, 2] }).replace('2]}]', '1e999]}]')],
  ['more than a real holds', answer({ embedding: [1, 2] }, { embedding: [1, 1e300] })],
  ['base64', answer({ embedding: [1, 2] }, { embedding: 'AACAPwAAAEA=' })],
  ['the same text twice', answer({ index: 1, embedding: [1, 2] }, { index: 1, embedding: [1, 2] })],
  [
    'a text that nobody sent',
    answer({ index: 0, embedding: [1, 2] }, { index: 7, embedding: [1, 2] }),
  ],
])('%s is no answer', (_what, body) => {
  expect(() => readVectors(body, 2, 2)).toThrow('The endpoint for embeddings')
})
