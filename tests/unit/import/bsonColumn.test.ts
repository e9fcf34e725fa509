import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { BsonError } from '@/import/bson/BsonError'
import { BsonDocument, type BsonValue } from '@/import/bson/BsonValue'
import { ColumnBudget } from '@/import/bson/column/ColumnBudget'
import { readBsonColumn } from '@/import/bson/readBsonColumn'
import { writeBson } from '@/import/bson/writeBson'

import { arbitraryColumn, arbitraryRows } from '../../support/mongo/arbitraryColumn'
import {
  type ColumnValues,
  writeBsonColumn,
  writeInterleaved,
} from '../../support/mongo/writeBsonColumn'

const read = (bytes: Uint8Array, count: number): (BsonValue | undefined)[] =>
  readBsonColumn(bytes, count, new ColumnBudget())

const int = (value: number) => ({ type: 'int', value }) as const
const double = (value: number) => ({ type: 'double', value }) as const
const text = (value: string) => ({ type: 'string', value }) as const
const date = (iso: string) => ({ type: 'date', millis: BigInt(Date.parse(iso)) }) as const
const id = (hex: string) => ({ type: 'objectId', hex }) as const
const list = (...items: BsonValue[]) => ({ type: 'array', items }) as const

const repeated = <Value>(count: number, value: Value): Value[] =>
  new Array<Value>(count).fill(value)

interface Vector {
  readonly base64: string
  readonly values: (BsonValue | undefined)[]
}

/*
 * Columns that servers wrote, from public tests of MongoDB and of its tools. What they hold follows from `control` of their buckets
 * (smallest, largest, count), or is said beside them.
 */
const VECTORS: Record<string, Vector> = {
  // A bucket of version 2, five prices of a share.
  'ids, each one less than that before': {
    base64: 'BwBpEgidgwL3sOyO70WAGwAAAAAAAAAA',
    values: [5, 4, 3, 2, 1].map((last) => id(`6912089d8302f7b0ec8eef4${last}`)),
  },
  'dates, a minute apart': {
    base64: 'CQAg6EDOfQEAAIEMTB0AAAAAAA4AAAAAAAAAAA==',
    values: [55, 56, 57, 58, 59].map((minute) => date(`2021-12-18T15:${minute}:00Z`)),
  },
  'doubles with two decimals': {
    base64: 'AQApXI/C9cBvQLD7BBgAHAK2AAA=',
    values: [254.03, 253.63, 253.61, 252.93, 252.47].map(double),
  },
  'doubles without decimals': {
    base64: 'AQAAAAAAwKnjQJB7C0YAo3jwqwA=',
    values: [40_270, 27_890, 40_182, 44_042, 55_046].map(double),
  },
  // A bucket of version 3.
  'texts, the last one longer': {
    base64: 'AgACAAAAYQCBLAAAAgAgAADOPwwAAAAAAAA=',
    values: ['a', 'b', 'c', 'd', 'bb'].map(text),
  },
  'dates that are not sorted': {
    base64: 'CQDpOGDCmwEAAICLLuFtJFWCTwA=',
    values: ['24.585', '27.005', '31.183', '32.636', '29.000'].map((seconds) =>
      date(`2026-01-15T15:57:${seconds}Z`),
    ),
  },
  'ids of different seconds': {
    base64: 'BwBpaQ5kKmiNEQMoTQyAK2AAEPwXANQA',
    values: ['640c', '670d', '6b0e', '6c0f', 'a210'].map((ends) =>
      id(`69690e${ends.slice(0, 2)}2a688d1103284d${ends.slice(2)}`),
    ),
  },
  // Buckets of one measurement.
  'a date before 1970': {
    base64: 'CQAofsQfqP///wA=',
    values: [{ type: 'date', millis: -377_424_151_000n }],
  },
  'an integer': { base64: 'EAAqAAAAAA==', values: [int(42)] },
  'a date after 2038': {
    base64: 'CQAASLP18wEAAAA=',
    values: [date('2038-01-17T03:14:08Z')],
  },
  'a text': { base64: 'AgALAAAAcHJlVXBncmFkZQAA', values: [text('preUpgrade')] },
  // A column of a test of validation: a run, and what is left behind it. Worked out by hand; it comes to a thousand.
  'a thousand times the same': {
    base64: 'AQAAAAAAAAAAQJN/AAAAAAAAAAIAAAAAAAAABwAAAAAAAAAOAAAAAAAAAAA=',
    values: repeated(1000, double(2)),
  },
  // From the fixtures of another program, worked out by hand as well: a date, two blocks of missing ones, and again the same date.
  'a hundred and twenty missing ones': {
    base64:
      'CQCKW/8XjAEAAIfx//////////H/////////AQAAAAAAAABfAAAAAAAAAAEAAAAAAAAAAgAAAAAAAAAHAAAAAAAAAA4AAAAAAAAAAA==',
    values: [
      { type: 'date', millis: 1_701_209_660_298n },
      ...repeated(120, undefined),
      ...repeated(879, { type: 'date', millis: 1_701_209_660_298n } as const),
    ],
  },
}

describe('columns that servers wrote', () => {
  test.each(Object.entries(VECTORS))('%s', (_, { base64, values }) => {
    const bytes = Buffer.from(base64, 'base64')
    expect(read(bytes, values.length)).toEqual(values)
    expect(read(writeBsonColumn(values), values.length)).toEqual(values)
  })

  // The bucket of somebody who asked in MongoDB's forum: 577 measurements from 05:49 to 05:58:54, true and false.
  test('dates and truths of 577 measurements', () => {
    const dates = read(
      Buffer.from(
        '0900482bdc4181010000870a7d0000000000001f0000000000000004000000000000000a00000000d0f77c01000000000000001f0000000000000006000000000000000e0000000000000000',
        'hex',
      ),
      577,
    )
    expect(dates[0]).toEqual(date('2022-06-08T05:49:17Z'))
    expect(dates[1]).toEqual(date('2022-06-08T05:49:18Z'))
    expect(dates.at(-1)).toEqual(date('2022-06-08T05:58:54Z'))
    const truths = read(
      Buffer.from(
        '0800008f02000000000000209240200180040020121200000000000002000000008001000200000000000000622009098404000002986160000000000200001860801900010000000000000082810400004800000260000000060000020000000000000002000000062609094208210118000600026060809909006102000000000000008282040000000600801200000060928101090000000000000000',
        'hex',
      ),
      577,
    )
    expect(new Set(truths.map((truth) => truth?.type === 'bool' && truth.value))).toEqual(
      new Set([true, false]),
    )
  })

  // What the server's tests say of documents taken apart: the bytes follow from it.
  test.each([
    ['before 6.0', 'f0'],
    ['since 6.0', 'f1'],
  ])('documents taken apart, %s', (_, control) => {
    const bytes = `${control}130000001078000100000010790002000000008009000000fcff3f008009800000fc2f40000000`
    const x = (value: number) => ['x', int(value)] as const
    const y = (value: number) => ['y', int(value)] as const
    expect(read(Buffer.from(bytes, 'hex'), 6)).toEqual([
      BsonDocument.of(x(1), y(2)),
      BsonDocument.of(x(1), y(3)),
      BsonDocument.of(x(1), y(3)),
      undefined,
      BsonDocument.of(y(4)),
      BsonDocument.of(x(1), y(3)),
    ])
  })

  test('lists taken apart, inside of a document and by themselves', () => {
    const inside =
      'f11b0000000478001300000010300001000000103100020000000000800d00000008000000800d000000080000000000'
    expect(read(Buffer.from(inside, 'hex'), 2)).toEqual([
      BsonDocument.of(['x', list(int(1), int(2))]),
      BsonDocument.of(['x', list(int(2), int(3))]),
    ])
    const alone = 'f213000000103000010000001031000200000000800d00000008000000800d000000080000000000'
    expect(read(Buffer.from(alone, 'hex'), 2)).toEqual([list(int(1), int(2)), list(int(2), int(3))])
  })
})

/** The same bytes: equality of JavaScript knows nothing of the bits of NaN. */
const isSame = (one: ColumnValues, other: ColumnValues): boolean =>
  one.length === other.length && asBson(one).equals(asBson(other))

const asBson = (values: ColumnValues): Buffer =>
  writeBson(
    BsonDocument.of(
      ...values.flatMap((value, index) => (value ? [[String(index), value] as const] : [])),
    ),
  )

describe('what is written is read again', () => {
  test('values of every type, missing ones, and long runs', () => {
    fc.assert(
      fc.property(arbitraryColumn, (values) => {
        expect(isSame(read(writeBsonColumn(values), values.length), values)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('documents and lists taken apart', () => {
    fc.assert(
      fc.property(arbitraryRows, ({ isOld, rows, whole }) => {
        expect(
          isSame(read(column(writeInterleaved(whole, rows, { isOld })), rows.length), rows),
        ).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('documents taken apart between other values', () => {
    const rows = [1, 2, 3].map((value) => BsonDocument.of(['a', int(value)]))
    const [whole] = rows
    if (!whole) throw new Error('no rows')
    const before = writeBsonColumn([int(1), undefined])
    const after = writeBsonColumn([undefined, int(1), int(2)])
    const bytes = Buffer.concat([before.subarray(0, -1), writeInterleaved(whole, rows), after])
    expect(read(bytes, 8)).toEqual([int(1), undefined, ...rows, undefined, int(1), int(2)])
  })
})

/** A control byte and one block. */
const block = (control: number, bits: bigint): Buffer => {
  const bytes = Buffer.alloc(9)
  bytes.writeUInt8(control)
  bytes.writeBigUInt64LE(bits, 1)
  return bytes
}

const column = (...parts: Buffer[]): Buffer => Buffer.concat([...parts, Buffer.of(0)])

const literal = (value: BsonValue): Buffer => writeBsonColumn([value]).subarray(0, -1)

/** Selector 14: one number of 60 bits. */
const single = (slot: bigint): bigint => (slot << 4n) | 14n

describe('a difference is of the form that its type has', () => {
  test.each<[string, BsonValue, bigint[], BsonValue[]]>([
    ['int', int(10), [3n, 4n], [int(8), int(10)]],
    [
      'long',
      { type: 'long', value: 2n ** 63n - 1n },
      [2n],
      [{ type: 'long', value: -(2n ** 63n) }],
    ],
    [
      'timestamp: the step stays',
      { type: 'timestamp', time: 5, increment: 1 },
      [2n, 0n],
      [
        { type: 'timestamp', time: 5, increment: 2 },
        { type: 'timestamp', time: 5, increment: 3 },
      ],
    ],
    [
      'binary data: its first byte is the lowest',
      { type: 'binData', subtype: 4, bytes: Uint8Array.of(1, 2) },
      [2n],
      [{ type: 'binData', subtype: 4, bytes: Uint8Array.of(2, 2) }],
    ],
    ['text: its last byte is the lowest', text('ab'), [2n], [text('ac')]],
    ['a text behind a long one is counted from nothing', text('x'.repeat(17)), [194n], [text('a')]],
    [
      'decimal',
      { type: 'decimal', bytes: new Uint8Array(16) },
      [2n],
      [{ type: 'decimal', bytes: Uint8Array.from({ length: 16 }, (_, at) => (at === 0 ? 1 : 0)) }],
    ],
    ['code', { type: 'javascript', code: 'a' }, [2n], [{ type: 'javascript', code: 'b' }]],
    ['null, again', { type: 'null' }, [0n], [{ type: 'null' }]],
    ['minKey, again', { type: 'minKey' }, [0n], [{ type: 'minKey' }]],
  ])('%s', (_, first, slots, others) => {
    const blocks = slots.map((slot) => block(0x80, single(slot)))
    expect(read(column(literal(first), ...blocks), others.length + 1)).toEqual([first, ...others])
  })

  test('of what ends with zeros, the zeros are counted', () => {
    // Selector 7, extension 9: 52 bits and four for the zeros. Selector 8, extension 13: 51 and five, by four zeros.
    const bySevens = block(0x80, (((3n << 4n) | 5n) << 8n) | 0x97n)
    const byEights = block(0x80, (((1n << 5n) | 16n) << 8n) | 0xd8n)
    const long = (value: bigint) => ({ type: 'long', value }) as const
    expect(read(column(literal(long(0n)), bySevens), 2)).toEqual([long(0n), long(48n)])
    const bytes = (first: number) => Uint8Array.of(0, 0, 0, 0, 0, 0, 0, first)
    const binary = (first: number) =>
      ({ type: 'binData', subtype: 0, bytes: Uint8Array.of(...bytes(0), first) }) as const
    expect(
      read(column(literal(binary(4)), block(0x80, (((2n << 5n) | 16n) << 8n) | 0xd8n)), 2),
    ).toEqual([binary(4), binary(5)])
    expect(() => read(column(literal(long(0n)), byEights), 2)).toThrow(/more than 64 bits/)
  })
})

describe('a damaged column', () => {
  const one = literal(int(1))
  test.each<[string, Buffer, number, number, RegExp]>([
    ['of nothing', Buffer.alloc(0), 0, 0, /no end/],
    ['without its end', one, 1, 6, /no end/],
    ['with something behind its end', column(one, Buffer.of(0)), 1, 7, /after the end/],
    ['with too few values', column(one), 2, 7, /1 values instead of the 2/],
    ['with too many', column(one, block(0x80, 0xffn)), 2, 15, /more values than the 2/],
    [
      'cut in its deltas',
      Buffer.concat([one, Buffer.of(0x80, 1, 2)]),
      2,
      7,
      /middle of its deltas/,
    ],
    ['with a byte that means nothing', column(one, Buffer.of(0x70)), 2, 6, /0x70 is nothing/],
    ['with a scale for an integer', column(one, block(0x90, single(0n))), 2, 6, /0x90 is nothing/],
    ['with the selector 0', column(one, block(0x80, 0n)), 2, 7, /selects no form/],
    ['with an unknown extension', column(one, block(0x80, 0xa7n)), 2, 7, /0xa7 selects no form/],
    ['with a difference to nothing', column(block(0x80, single(2n))), 1, 1, /to nothing/],
    [
      'with an integer that is too large',
      column(one, block(0x80, single(1n << 40n))),
      2,
      7,
      /no value of type int/,
    ],
    [
      'with a bool that is neither',
      column(literal({ type: 'bool', value: true }), block(0x80, single(2n))),
      2,
      4,
      /no value of type bool/,
    ],
    [
      'with a difference to null',
      column(literal({ type: 'null' }), block(0x80, single(2n))),
      2,
      3,
      /type null/,
    ],
    ['with a named value', column(Buffer.of(0x10, 0x61, 0, 1, 0, 0, 0)), 1, 1, /has a name/],
    ['with a cut value', Buffer.of(0x10, 0, 1), 1, 2, /runs over the end/],
    ['with a pattern that has no end', Buffer.of(0x0b, 0, 0x61), 1, 2, /does not end with a zero/],
    [
      'with documents that have no fields',
      column(Buffer.of(0xf1, 5, 0, 0, 0, 0, 0x80)),
      1,
      0,
      /without a field/,
    ],
    [
      'with a scale that its double does not have',
      column(literal(double(Math.PI)), block(0x90, single(2n))),
      2,
      10,
      /no number/,
    ],
  ])('%s', (_, bytes, count, offset, reason) => {
    const error = errorOf(() => read(bytes, count))
    expect(error).toMatchObject({ offset, reason: expect.stringMatching(reason) })
  })

  // Sixteen blocks of the longest run: 30,720 values in 129 bytes.
  const runs = Buffer.concat([
    Buffer.of(0x8f),
    ...repeated(16, Buffer.of(255, 0, 0, 0, 0, 0, 0, 0)),
  ])

  test('is not read beyond what is counted', () => {
    const bytes = column(one, ...repeated(12_000, runs))
    expect(errorOf(() => read(bytes, 1000)).reason).toMatch(/more values than the 1000/)
  })

  const whole = BsonDocument.of(
    ...Array.from({ length: 1000 }, (_, index) => [`f${index}`, int(index)] as const),
  )
  const apart = (stream: Buffer): Buffer =>
    column(Buffer.of(0xf1), writeBson(whole), ...repeated(1000, stream), Buffer.of(0))

  test('has a limit of values, and one of places', () => {
    expect(errorOf(() => read(apart(runs), 30_720)).reason).toBe('more than 2000000 values')
    // The first block has sixty missing ones instead, which the others repeat.
    const missing = Buffer.concat([block(0x8f, (1n << 64n) - 15n), runs.subarray(9)])
    expect(errorOf(() => read(apart(missing), 28_860)).reason).toBe(
      'more than 10000000 places for values',
    )
  })

  test('is read in full or refused, whatever is in it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(2000), (bytes, count) => {
        expect(outcomeOf(bytes, count)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  test('is read in full or refused, wherever it is damaged', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          arbitraryColumn.map((values) => ({
            bytes: writeBsonColumn(values),
            count: values.length,
          })),
          arbitraryRows.map(({ isOld, rows, whole }) => ({
            bytes: column(writeInterleaved(whole, rows, { isOld })),
            count: rows.length,
          })),
        ),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        ({ bytes, count }, place, change) => {
          const at = place % bytes.length
          bytes.writeUInt8(bytes.readUInt8(at) ^ change, at)
          expect(outcomeOf(bytes, count)).toBe(true)
          expect(outcomeOf(bytes.subarray(0, at), count)).toBe(true)
        },
      ),
      { numRuns: 600 },
    )
  })
})

/** Either as many values as are counted, or an error that says where. */
function outcomeOf(bytes: Uint8Array, count: number): boolean {
  try {
    return read(bytes, count).length === count
  } catch (error) {
    return error instanceof BsonError && error.offset >= 0 && error.offset <= bytes.length
  }
}

function errorOf(run: () => unknown): BsonError {
  try {
    run()
  } catch (error) {
    if (error instanceof BsonError) return error
    throw error
  }
  throw new Error('nothing is wrong with it')
}
