import fc from 'fast-check'

import { adoptText, decodeText } from '@/import/bson/bsonText'
import { BsonDocument, type BsonValue } from '@/import/bson/BsonValue'

/*
 * Documents of every type and edge, for property tests. `arbitraryDocument` makes whatever a file may hold; `tameDocument` only what
 * the `bson` package carries over unchanged, to compare with it.
 */

const anyBytes = (max: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ maxLength: max })

/** Bytes that are no UTF-8, most of the time. */
const damagedText = anyBytes(12).map((bytes) => decodeText(Buffer.from(bytes), 0, bytes.length))

const plainText = fc.string({ unit: 'grapheme', maxLength: 12 })

const anyText = fc.oneof(
  { weight: 6, arbitrary: plainText },
  { weight: 1, arbitrary: damagedText },
  fc.constantFrom('', '\0', 'a\0b', '\u241b', '\u241b0000', '\ufffd', '\ud83d\ude00', '"\\/\n'),
)

// What is left of damaged bytes may be UTF-8 now.
const withoutZero = (text: string): string => adoptText(text.replaceAll('\0', ''))

const KEYS = [
  '_id',
  'name',
  'a.b',
  '',
  '0',
  '1',
  '10',
  '$ref',
  '$id',
  '$oid',
  '$date',
  '$code',
  '$scope',
  '$type',
  '$binary',
  '$regex',
  '$options',
  '$numberInt',
  '$uuid',
  '$where',
  '__proto__',
  'constructor',
  'toString',
  '\u241b#2',
  'name\u241b#2',
  'ключ',
] as const

const anyKey = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...KEYS) },
  { weight: 1, arbitrary: anyText.map(withoutZero) },
)

const hex = anyBytes(0).chain(() =>
  fc
    .uint8Array({ minLength: 12, maxLength: 12 })
    .map((bytes) => Buffer.from(bytes).toString('hex')),
)

const long = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.constantFrom(0n, 2n ** 53n, 2n ** 53n + 1n, -(2n ** 63n), 2n ** 63n - 1n),
)

const unsigned = fc.nat(0xffff_ffff)

const DECIMALS = [
  '0',
  '-0',
  '1.00',
  '0.1',
  '-1E-6176',
  '9.999999999999999999999999999999999E+6144',
  'NaN',
  'Infinity',
  '-Infinity',
] as const

const double = fc.oneof(fc.double(), fc.constantFrom(0, -0, 1, 1e21, 2 ** 53, 5e-324))

const scalar = (text: fc.Arbitrary<string>): fc.Arbitrary<BsonValue>[] => {
  const name = text.map(withoutZero)
  return [
    text.map((value) => ({ type: 'string', value })),
    double.map((value) => ({ type: 'double', value })),
    fc.integer().map((value) => ({ type: 'int', value })),
    long.map((value) => ({ type: 'long', value })),
    hex.map((value) => ({ type: 'objectId', hex: value })),
    fc.boolean().map((value) => ({ type: 'bool', value })),
    fc.constant({ type: 'null' }),
    fc.record({
      type: fc.constant('binData' as const),
      subtype: fc.constantFrom(0, 2, 3, 4, 5, 128),
      bytes: anyBytes(20),
    }),
    fc.record({ type: fc.constant('timestamp' as const), time: unsigned, increment: unsigned }),
    fc.record({
      type: fc.constant('regex' as const),
      pattern: name,
      options: fc.constantFrom('', 'i', 'imsx'),
    }),
    text.map((code) => ({ type: 'javascript', code })),
    fc.constantFrom({ type: 'minKey' }, { type: 'maxKey' }),
  ]
}

const wildScalar: fc.Arbitrary<BsonValue>[] = [
  ...scalar(anyText),
  long.map((millis) => ({ type: 'date', millis })),
  fc.constant({ type: 'undefined' }),
  anyText.map((value) => ({ type: 'symbol', value })),
  fc.record({ type: fc.constant('dbPointer' as const), collection: anyText, hex }),
  fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => ({ type: 'decimal', bytes })),
  fc
    .bigInt({ min: 0x7ff0000000000001n, max: 0x7fffffffffffffffn })
    .map((bits) =>
      bits === 0x7ff8000000000000n
        ? { type: 'double', value: Number.NaN }
        : { type: 'double', value: Number.NaN, bits },
    ),
]

/** Whatever a file may hold: duplicate keys, damaged texts, old types, forms of numbers that have no text. */
export const arbitraryDocument = fc.letrec<{ document: BsonDocument; value: BsonValue }>((tie) => ({
  document: fc
    .array(fc.tuple(anyKey, tie('value')), { maxLength: 6, depthIdentifier: 'document' })
    .map((entries) => BsonDocument.of(...entries)),
  value: fc.oneof(
    { depthIdentifier: 'document', maxDepth: 4, depthSize: 'small' },
    ...wildScalar,
    tie('document'),
    fc
      .array(tie('value'), { maxLength: 4, depthIdentifier: 'document' })
      .map((items) => ({ type: 'array' as const, items })),
    fc
      .tuple(anyText, tie('document'))
      .map(([code, scope]) => ({ type: 'javascriptWithScope' as const, code, scope })),
  ),
})).document

const tameKey = fc.string({
  unit: fc.constantFrom(...'abcdefgXYZ_.é漢'),
  minLength: 1,
  maxLength: 8,
})

/** Unique keys that are no numbers, valid texts, dates within JavaScript's range. */
export const tameDocument = fc.letrec<{ document: BsonDocument; value: BsonValue }>((tie) => ({
  document: fc
    .uniqueArray(fc.tuple(tameKey, tie('value')), {
      maxLength: 6,
      selector: ([key]) => key,
      depthIdentifier: 'document',
    })
    .map((entries) => BsonDocument.of(...entries)),
  value: fc.oneof(
    { depthIdentifier: 'document', maxDepth: 4, depthSize: 'small' },
    ...scalar(plainText),
    fc
      .integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 })
      .map((millis) => ({ type: 'date' as const, millis: BigInt(millis) })),
    tie('document'),
    fc
      .array(tie('value'), { maxLength: 4, depthIdentifier: 'document' })
      .map((items) => ({ type: 'array' as const, items })),
    fc
      .tuple(plainText, tie('document'))
      .map(([code, scope]) => ({ type: 'javascriptWithScope' as const, code, scope })),
  ),
})).document

export { DECIMALS as DECIMAL_TEXTS }
