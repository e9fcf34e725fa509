import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { BsonDocument, type BsonValue } from '@/import/bson/BsonValue'
import { parseDecimal } from '@/import/bson/decimalText'
import { idText } from '@/import/bson/idText'
import { importedId, uuidV5 } from '@/import/importedId'

const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'

test('UUIDs of version 5 are those of RFC 9562', () => {
  // Appendix A.4, and the vector that Python's documentation has.
  expect(uuidV5(DNS, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2')
  expect(uuidV5(DNS, 'python.org')).toBe('886313e1-3b8a-5372-9b90-0c9aee199e5d')
})

test('a namespace must be a UUID', () => {
  expect(() => uuidV5('harbor', 'x')).toThrow(TypeError)
})

const decimal = (text: string): BsonValue => ({
  type: 'decimal',
  bytes: parseDecimal(text) ?? new Uint8Array(16),
})
const int = (value: number): BsonValue => ({ type: 'int', value })
const double = (value: number): BsonValue => ({ type: 'double', value })
const string = (value: string): BsonValue => ({ type: 'string', value })

test.each([
  [int(1), double(1)],
  [int(1), { type: 'long', value: 1n } as const],
  [int(1), decimal('1.00')],
  [int(1000), decimal('1E+3')],
  [int(0), double(-0)],
  [double(0.5), decimal('0.50')],
  [double(2 ** 63), decimal('9223372036854775808')],
  [double(Number.NaN), decimal('NaN')],
  [BsonDocument.of(['a', int(1)]), BsonDocument.of(['a', double(1)])],
])('%o and %o are one id in MongoDB, and one here', (one, other) => {
  expect(idText(one)).toBe(idText(other))
})

test.each([
  [double(0.1), decimal('0.1')],
  [int(1), string('1')],
  [
    string('5c000000000000000000000g'),
    { type: 'objectId', hex: '5c0000000000000000000000' } as const,
  ],
  [BsonDocument.of(['a', int(1)], ['b', int(2)]), BsonDocument.of(['b', int(2)], ['a', int(1)])],
  [
    BsonDocument.of(['$oid', string('5c0000000000000000000000')]),
    { type: 'objectId', hex: '5c0000000000000000000000' } as const,
  ],
  [{ type: 'null' } as const, { type: 'undefined' } as const],
])('%o and %o are two', (one, other) => {
  expect(idText(one)).not.toBe(idText(other))
})

test('an ObjectId is the same as its digits in a text, as applications refer to it by either', () => {
  const id = { type: 'objectId', hex: '5c00000000000000000000ab' } as const
  expect(idText(string('5c00000000000000000000AB'))).toBe(idText(id))
  expect(importedId(randomUUID(), 'pages', id)).not.toBe(importedId(randomUUID(), 'pages', id))
})

test('the same document has the same id in every run, and another one in another tenant or collection', () => {
  const id: BsonValue = { type: 'objectId', hex: '5a97f9c91c807bb9c6eb5fb4' }
  const ids = [
    importedId(DNS, 'site.pages', id),
    importedId(DNS, 'site.leads', id),
    importedId('6ba7b811-9dad-11d1-80b4-00c04fd430c8', 'site.pages', id),
    importedId(DNS, 'site.pages', int(1)),
  ]
  expect(ids[0]).toBe('437199a0-7423-5412-8ed7-57a5fa15a35b')
  expect(new Set(ids).size).toBe(4)
})
