import { describe, expect, test } from 'vitest'

import { type BsonValue } from '@/import/bson/BsonValue'
import { parseDecimal } from '@/import/bson/decimalText'
import { type Converted } from '@/import/convert/Converted'
import { toBigint } from '@/import/convert/toBigint'
import { toBoolean } from '@/import/convert/toBoolean'
import { toDouble } from '@/import/convert/toDouble'
import { toNumeric } from '@/import/convert/toNumeric'
import { toText } from '@/import/convert/toText'
import { toJsDate, toTimestamptz } from '@/import/convert/toTimestamptz'
import { toUuid } from '@/import/convert/toUuid'

const double = (value: number): BsonValue => ({ type: 'double', value })
const long = (value: bigint): BsonValue => ({ type: 'long', value })
const int = (value: number): BsonValue => ({ type: 'int', value })
const string = (value: string): BsonValue => ({ type: 'string', value })
const date = (millis: bigint): BsonValue => ({ type: 'date', millis })
const decimal = (text: string): BsonValue => ({
  type: 'decimal',
  bytes: parseDecimal(text) ?? new Uint8Array(16),
})

/** A result in short: the value, the value with what is lost, or nothing. */
function short(result: Converted<unknown>): unknown {
  if (result.kind === 'impossible') return 'impossible'
  return result.kind === 'ok' ? result.value : [result.value, result.reason]
}

test.each([
  [int(-5), -5n],
  [long(2n ** 53n + 1n), 2n ** 53n + 1n],
  [double(3), 3n],
  [double(3.5), [3n, 'the decimals of 3.5']],
  [double(-0), [0n, 'minus zero']],
  [double(1e19), 'impossible'],
  [double(Number.NaN), 'impossible'],
  [decimal('12.00'), 12n],
  [decimal('1.2E+3'), 1200n],
  [decimal('0.5'), [0n, 'the decimals of 0.5']],
  [decimal('9.999E+6144'), 'impossible'],
  [decimal('Infinity'), 'impossible'],
  [string('5'), 'impossible'],
])('%o as a whole number', (value, expected) => {
  expect(short(toBigint(value))).toEqual(expected)
})

test('what does not fit into 32 bits is impossible there', () => {
  expect(short(toBigint(long(2n ** 31n), 32))).toBe('impossible')
  expect(short(toBigint(long(2n ** 31n - 1n), 32))).toBe(2n ** 31n - 1n)
})

test.each([
  [int(1), '1'],
  [long(-(2n ** 63n)), '-9223372036854775808'],
  [double(0.1), '0.1'],
  [double(1e21), '1000000000000000000000'],
  [double(5e-7), '0.0000005'],
  [double(Number.NEGATIVE_INFINITY), '-Infinity'],
  [double(Number.NaN), 'NaN'],
  [double(-0), ['0', 'minus zero']],
  [decimal('1.00'), '1.00'],
  [decimal('-1E-10'), '-0.0000000001'],
  [decimal('1E+3'), '1000'],
  [decimal('-0.00'), ['0.00', 'minus zero']],
])('%o as a numeric', (value, expected) => {
  expect(short(toNumeric(value))).toEqual(expected)
})

test.each([
  [long(2n ** 53n), 2 ** 53],
  [long(2n ** 53n + 1n), [2 ** 53, '9007199254740993 becomes 9007199254740992']],
  [long(-(2n ** 63n)), -(2 ** 63)],
  [decimal('0.50'), 0.5],
  [decimal('0.1'), 0.1],
  [decimal('1.0000000000000000000001'), [1, '1.0000000000000000000001 becomes 1']],
  [decimal('NaN'), Number.NaN],
])('%o as a double', (value, expected) => {
  expect(short(toDouble(value))).toEqual(expected)
})

const EARLIEST = -210_866_803_200_000n
const LATEST = 9_224_318_015_999_999n

describe('dates', () => {
  test.each([
    [0n, '1970-01-01 00:00:00.000+00'],
    [-1n, '1969-12-31 23:59:59.999+00'],
    [1_582_934_400_123n, '2020-02-29 00:00:00.123+00'],
    [-62_135_596_800_000n, '0001-01-01 00:00:00.000+00'],
    [-62_135_596_800_001n, '0001-12-31 23:59:59.999+00 BC'],
    [EARLIEST, '4714-11-24 00:00:00.000+00 BC'],
    [LATEST, '294276-12-31 23:59:59.999+00'],
    [EARLIEST - 1n, 'impossible'],
    [LATEST + 1n, 'impossible'],
    [2n ** 63n - 1n, 'impossible'],
  ])('%d ms', (millis, expected) => {
    expect(short(toTimestamptz(date(millis)))).toEqual(expected)
  })

  test('JavaScript has other limits', () => {
    expect(short(toJsDate(date(EARLIEST - 1n)))).toEqual(new Date(Number(EARLIEST) - 1))
    expect(short(toJsDate(date(8_640_000_000_000_000n)))).toEqual(new Date(8.64e15))
    expect(short(toJsDate(date(8_640_000_000_000_001n)))).toBe('impossible')
  })

  test('the text is the one of JavaScript wherever both have the date', () => {
    for (let day = -700_000; day < 2_900_000; day += 997) {
      const iso = new Date(day * 86_400_000).toISOString()
      expect(short(toTimestamptz(date(BigInt(day) * 86_400_000n)))).toBe(
        `${iso.slice(0, 10)} 00:00:00.000+00`,
      )
    }
  })

  test('a timestamp is a date and a counter', () => {
    expect(short(toTimestamptz({ type: 'timestamp', time: 1, increment: 7 }))).toEqual([
      '1970-01-01 00:00:01.000+00',
      'the counter 7 of a timestamp',
    ])
  })
})

describe('UUIDs', () => {
  const bytes = Uint8Array.from(Buffer.from('00112233445566778899aabbccddeeff', 'hex'))
  const binary = (subtype: number): BsonValue => ({ type: 'binData', subtype, bytes })

  test('subtype 4 is one, subtype 3 only when it is said which driver wrote it', () => {
    expect(short(toUuid(binary(4)))).toBe('00112233-4455-6677-8899-aabbccddeeff')
    expect(short(toUuid(binary(3)))).toBe('impossible')
    expect(short(toUuid(binary(3), 'python'))).toBe('00112233-4455-6677-8899-aabbccddeeff')
    expect(short(toUuid(binary(3), 'java'))).toBe('77665544-3322-1100-ffee-ddccbbaa9988')
    expect(short(toUuid(binary(3), 'csharp'))).toBe('33221100-5544-7766-8899-aabbccddeeff')
    expect(short(toUuid(binary(0)))).toBe('impossible')
  })

  test('a text may be one', () => {
    expect(short(toUuid(string('00112233-4455-6677-8899-AABBCCDDEEFF')))).toBe(
      '00112233-4455-6677-8899-aabbccddeeff',
    )
    expect(short(toUuid(string('no')))).toBe('impossible')
  })
})

test('a text has nothing that PostgreSQL refuses', () => {
  expect(short(toText(string('a ␛ b')))).toBe('a ␛ b')
  expect(short(toText(string('a\0b')))).toEqual(['a␛0000b', 'U+0000 in a text'])
  expect(short(toText(string('caf\udce9')))).toEqual([
    'caf␛dce9',
    'bytes that are no UTF-8 in a text',
  ])
  expect(short(toText(int(1)))).toBe('impossible')
})

test('0 and 1 are taken for a truth, other numbers are not', () => {
  expect(short(toBoolean({ type: 'bool', value: true }))).toBe(true)
  expect(short(toBoolean(double(1)))).toEqual([true, 'a number of the type double'])
  expect(short(toBoolean(int(2)))).toBe('impossible')
})
