import { describe, expect, test } from 'vitest'

import { BsonError } from '@/import/bson/BsonError'
import { BsonDocument, type BsonValue } from '@/import/bson/BsonValue'
import { canonicalHash } from '@/import/bson/canonicalHash'
import { readBson } from '@/import/bson/readBson'
import { readExtendedJson, readJsonb } from '@/import/bson/readExtendedJson'
import { writeBson } from '@/import/bson/writeBson'
import { toJsonb, writeExtendedJson } from '@/import/bson/writeExtendedJson'

const read = (json: string): BsonValue | undefined => readExtendedJson(`{"v":${json}}`).get('v')

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'))

describe('every version of Extended JSON', () => {
  test.each<[json: string, value: BsonValue]>([
    ['1', { type: 'int', value: 1 }],
    ['2147483648', { type: 'long', value: 2147483648n }],
    ['9007199254740993', { type: 'long', value: 9007199254740993n }],
    ['9223372036854775808', { type: 'double', value: 2 ** 63 }],
    ['1.0', { type: 'double', value: 1 }],
    ['-0', { type: 'double', value: -0 }],
    ['NaN', { type: 'double', value: Number.NaN }],
    ['-Infinity', { type: 'double', value: Number.NEGATIVE_INFINITY }],
    ['{"$numberDouble":"-0.0"}', { type: 'double', value: -0 }],
    ['{"$date":"1969-12-31T23:59:59.999Z"}', { type: 'date', millis: -1n }],
    ['{"$date":"2014-01-01T00:00:00.000-0500"}', { type: 'date', millis: 1388552400000n }],
    ['{"$date":"2014-01-01T00:00:00+01:00"}', { type: 'date', millis: 1388530800000n }],
    ['{"$date":1388534400000}', { type: 'date', millis: 1388534400000n }],
    ['{"$date":{"$numberLong":"-1"}}', { type: 'date', millis: -1n }],
    ['{"$binary":"AQI=","$type":"80"}', { type: 'binData', subtype: 128, bytes: bytes('0102') }],
    ['{"$type":0,"$binary":""}', { type: 'binData', subtype: 0, bytes: bytes('') }],
    [
      '{"$binary":{"subType":"4","base64":"AQI="}}',
      { type: 'binData', subtype: 4, bytes: bytes('0102') },
    ],
    [
      '{"$uuid":"00112233-4455-6677-8899-aabbccddeeff"}',
      { type: 'binData', subtype: 4, bytes: bytes('00112233445566778899aabbccddeeff') },
    ],
    ['{"$regex":"^a","$options":"i"}', { type: 'regex', pattern: '^a', options: 'i' }],
    [
      '{"$timestamp":{"t":4294967295,"i":1}}',
      { type: 'timestamp', time: 4294967295, increment: 1 },
    ],
    ['{"$undefined":true}', { type: 'undefined' }],
    ['{"$minKey":1}', { type: 'minKey' }],
    ['{"$regex":"^a"}', BsonDocument.of(['$regex', { type: 'string', value: '^a' }])],
    ['{"$gt":5}', BsonDocument.of(['$gt', { type: 'int', value: 5 }])],
  ])('%s', (json, value) => {
    expect(read(json)).toEqual(value)
  })

  test.each([
    '{"$oid":"123"}',
    '{"$oid":"5a97f9c91c807bb9c6eb5fb4","more":1}',
    '{"$numberInt":"2147483648"}',
    '{"$numberLong":"1.5"}',
    '{"$numberDecimal":"1.23456789012345678901234567890123456789"}',
    '{"$date":"yesterday"}',
    '{"$date":"2014-02-30T00:00:00Z"}',
    '{"$binary":{"base64":"%","subType":"00"}}',
    '{"$timestamp":{"t":-1,"i":1}}',
    '{"$code":1}',
    '01',
    '.5',
    '"a\nb"',
    '"\\x"',
    '[1,]',
    'undefined',
  ])('%s is refused', (json) => {
    expect(() => read(json)).toThrow(BsonError)
  })

  test('keys keep their order, their doubles and their names', () => {
    const { keys } = readExtendedJson('{"b":1,"1":2,"__proto__":3,"b":4,"constructor":{},"a.b":5}')
    expect(keys).toEqual(['b', '1', '__proto__', 'b', 'constructor', 'a.b'])
  })
})

const string = (value: string): BsonValue => ({ type: 'string', value })

describe('what is lost is listed with its place', () => {
  const document = BsonDocument.of(
    ['name', string('a\0b')],
    ['name', string('again')],
    [
      'list',
      { type: 'array', items: [string('caf\udce9'), BsonDocument.of(['$oid', string('x')])] },
    ],
    ['post code', string('␛')],
    ['n', { type: 'double', value: Number.NaN, bits: 0x7ff8000000000001n }],
    ['old', { type: 'array', items: [string('x')], keys: ['7'] }],
  )

  test('for JSONB', () => {
    const { json, losses } = toJsonb(document)
    expect(JSON.parse(json)).toEqual({
      list: ['caf␛dce9', { '␛0024oid': 'x' }],
      n: { $numberDouble: 'NaN' },
      name: 'a␛0000b',
      'name␛#2': 'again',
      old: ['x'],
      'post code': '␛241b',
    })
    expect(losses.map(({ kind, path }) => `${kind} ${path}`).sort()).toEqual(
      [
        'array-keys $.old',
        'duplicate-key $.name',
        "escape-character $['post code']",
        'invalid-utf8 $.list[0]',
        'nan-payload $.n',
        'nul-character $.name',
        'type-key $.list[1].$oid',
      ]
        .map((line) => line.replace('.$oid', "['$oid']"))
        .sort(),
    )
  })

  test('a document that looks like an expression of version 1', () => {
    const query = BsonDocument.of(['$regex', string('^a')], ['$options', string('i')])
    const document = BsonDocument.of(['q', query])
    expect(writeExtendedJson(document).losses).toEqual([{ kind: 'ambiguous-key', path: '$.q' }])
    expect(toJsonb(document).losses).toEqual([])
    expect(readJsonb(toJsonb(document).json).get('q')?.type).toBe('object')
  })

  test('for Extended JSON, which other tools read', () => {
    const { json, losses } = writeExtendedJson(document)
    expect(json).toContain('"name":"a\\u0000b","name":"again"')
    expect(losses.map(({ kind }) => kind)).toEqual(['ambiguous-key', 'nan-payload', 'array-keys'])
  })
})

test.each([
  ['0000000000000000000000000000006c', '0E-32'],
  ['0000000000000000000000000000406c', '0E+96'],
  ['00000000000000000000000000000060', '0E-6176'],
  ['ffffffffffffffffffffffffffff4130', '0'],
  ['000000000000000000000000000000f8', '-Infinity'],
  ['0000000000000000000000000001007e', 'NaN'],
])('the decimal %s, which has no form of its own, has a text that can be read', (hex, text) => {
  const document = BsonDocument.of(['d', { type: 'decimal', bytes: bytes(hex) }])
  const { json, losses } = toJsonb(document)
  expect(json).toBe(`{"d":{"$numberDecimal":"${text}"}}`)
  expect(readJsonb(json).get('d')?.type).toBe('decimal')
  expect(losses.map(({ kind }) => kind)).toEqual(text === '-Infinity' ? [] : ['decimal-form'])
})

test('documents that differ in anything but the order of keys have another hash', () => {
  const a = ['a', { type: 'int', value: 1 }] as const
  const b = ['b', { type: 'int', value: 2 }] as const
  expect(canonicalHash(BsonDocument.of(a, b))).toBe(canonicalHash(BsonDocument.of(b, a)))
  expect(canonicalHash(BsonDocument.of(a, b))).not.toBe(canonicalHash(BsonDocument.of(a)))
  expect(canonicalHash(BsonDocument.of(a))).not.toBe(
    canonicalHash(BsonDocument.of(['a', { type: 'long', value: 1n }])),
  )
  // The normal form is kept in databases: whoever changes it changes its name in canonicalHash.ts too.
  expect(canonicalHash(BsonDocument.of(a, b))).toBe(
    '42a76bbb816ba2ba4b142dbb24244c96a5be36355bba8f8e4d525e463eb522e4',
  )
})

/** Documents in one another, so many levels. */
function nested(levels: number): BsonDocument {
  let document = BsonDocument.of(['x', string('')])
  for (let level = 1; level < levels; level += 1)
    document =
      level % 2 === 0
        ? BsonDocument.of(['x', document])
        : BsonDocument.of(['x', { type: 'array', items: [document] }])
  return document
}

test('what is nested too deeply is refused in both forms, and not by a stack overflow', () => {
  const deep = nested(130)
  expect(readBson(writeBson(deep))).toEqual(deep)
  expect(readJsonb(toJsonb(deep).json)).toEqual(deep)
  expect(() => readBson(writeBson(nested(140)))).toThrow('deeper than 200 levels')
  expect(() => readExtendedJson(writeExtendedJson(nested(140)).json)).toThrow(
    'deeper than 200 levels',
  )
  const forged = '{"x":'.repeat(1_000_000)
  expect(() => readExtendedJson(forged)).toThrow('deeper than 200 levels')
})

test.each([
  ['0500000001', 'does not end with a zero'],
  ['0b00000010610001000000', 'a value runs over the end'],
  ['0800000002610000', 'a value runs over the end'],
  ['050000000000', 'bytes after the end'],
  ['090000000861000200', 'neither true nor false'],
  ['0800000040610000', '0x40 is no type'],
  ['07000000106100', 'a name does not end with a zero'],
  ['0d000000036100060000000000', 'does not fit here'],
])('the bytes %s are refused', (hex, reason) => {
  expect(() => readBson(bytes(hex))).toThrow(reason)
})
