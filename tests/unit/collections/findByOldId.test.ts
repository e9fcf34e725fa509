import { expect, test } from 'vitest'

import { withOldIdTexts } from '@/collections/hooks/findByOldId'
import { oldIdTexts } from '@/collections/oldIdTexts'
import { type BsonValue } from '@/import/bson/BsonValue'
import { idText } from '@/import/bson/idText'

const UUID = '0f8e6a52-9c1d-4b7e-8a33-5d2f90c41be7'

test.each<[string, BsonValue]>([
  ['64f0c2a91d3e5b0012ab34cd', { type: 'objectId', hex: '64f0c2a91d3e5b0012ab34cd' }],
  ['64F0C2A91D3E5B0012AB34CD', { type: 'objectId', hex: '64f0c2a91d3e5b0012ab34cd' }],
  ['article "7"', { type: 'string', value: 'article "7"' }],
  ['42', { type: 'string', value: '42' }],
  ['42', { type: 'int', value: 42 }],
  ['-42', { type: 'double', value: -42 }],
  [UUID, { type: 'string', value: UUID }],
  [UUID, { type: 'binData', subtype: 4, bytes: Buffer.from(UUID.replaceAll('-', ''), 'hex') }],
  [idText({ type: 'date', millis: 5n }), { type: 'date', millis: 5n }],
])('%s finds what was %o', (shown, id) => {
  expect(oldIdTexts(shown)).toContain(idText(id))
})

test('an old id is widened wherever it is asked for, and nothing else is', () => {
  const texts = { in: oldIdTexts('42') }
  expect(
    withOldIdTexts({
      sourceId: { equals: '42' },
      sourceCollection: { equals: '42' },
      or: [{ sourceId: { equals: '42' } }, { and: [{ sourceId: { equals: '42', exists: true } }] }],
    }),
  ).toEqual({
    sourceId: texts,
    sourceCollection: { equals: '42' },
    or: [{ sourceId: texts }, { and: [{ sourceId: { ...texts, exists: true } }] }],
  })
})

test.each([
  '{"sourceId":{"like":"42"}}',
  '{"sourceId":{"equals":42}}',
  '{"sourceId":{"equals":"42","in":["7"]}}',
  '{"sourceId":"x"}',
  '{"or":["x",null]}',
])('%s is left to Payload', (where) => {
  expect(JSON.stringify(withOldIdTexts(JSON.parse(where)))).toBe(where)
})
