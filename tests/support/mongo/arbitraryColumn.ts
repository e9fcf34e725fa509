import fc from 'fast-check'

import { BsonDocument, type BsonValue } from '@/import/bson/BsonValue'

import { arbitraryDocument } from './arbitraryDocument'
import { type ColumnValues } from './writeBsonColumn'

const anyValue = arbitraryDocument.map(({ values }): BsonValue => values[0] ?? { type: 'null' })

const littleEndian = (number: bigint, length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => Number((number >> BigInt(8 * at)) & 255n))

/** What a sensor writes: values of one type that do not change by much. */
const FORMS: ((number: bigint) => BsonValue)[] = [
  (number) => ({ type: 'int', value: Number(BigInt.asIntN(32, number)) }),
  (number) => ({ type: 'long', value: BigInt.asIntN(64, number << 20n) }),
  (number) => ({ type: 'long', value: BigInt.asIntN(64, number * 0x1234_5678_9abn) }),
  (number) => ({ type: 'date', millis: 1_700_000_000_000n + number }),
  (number) => ({ type: 'double', value: Number(number) }),
  (number) => ({ type: 'double', value: Number(number) / 100 }),
  (number) => ({ type: 'double', value: Number(number) / 10_000 }),
  (number) => ({ type: 'double', value: Number(number) / 3 }),
  (number) => ({ type: 'bool', value: number % 2n === 0n }),
  (number) => ({
    type: 'timestamp',
    time: Number(BigInt.asUintN(31, number)),
    increment: Number(BigInt.asUintN(4, number)),
  }),
  (number) => ({
    type: 'objectId',
    hex: `${BigInt.asUintN(32, number).toString(16).padStart(8, '0')}0102030405${BigInt.asUintN(24, number).toString(16).padStart(6, '0')}`,
  }),
  (number) => ({ type: 'string', value: `sensor ${BigInt.asUintN(24, number)}` }),
  (number) => ({ type: 'string', value: `${number}` }),
  (number) => ({ type: 'javascript', code: `f(${number})` }),
  (number) => ({ type: 'binData', subtype: 4, bytes: littleEndian(number, 16) }),
  (number) => ({ type: 'binData', subtype: 0, bytes: littleEndian(number << 40n, 10) }),
  (number) => ({ type: 'binData', subtype: 2, bytes: littleEndian(number, 5) }),
  (number) => ({ type: 'decimal', bytes: littleEndian(number, 16) }),
  (number) => ({ type: 'decimal', bytes: littleEndian(number << 90n, 16) }),
]

const walk = fc
  .tuple(
    fc.constantFrom(...FORMS),
    fc.bigInt({ min: 0n, max: 1n << 40n }),
    fc.array(
      fc.oneof(
        fc.bigInt({ min: -3n, max: 60n }),
        fc.bigInt({ min: -(1n << 33n), max: 1n << 33n }),
        fc.constant(undefined),
      ),
      { maxLength: 70 },
    ),
  )
  .map(([form, start, steps]): ColumnValues => {
    let number = start
    return steps.map((step) => {
      if (step === undefined) return undefined
      number += step
      return form(number < 0n ? -number : number)
    })
  })

const run = fc
  .tuple(fc.option(anyValue, { nil: undefined }), fc.oneof(fc.nat(300), fc.nat(4000)))
  .map(([value, length]): ColumnValues => new Array<BsonValue | undefined>(length).fill(value))

/** A column of anything: what sensors write, runs, and values that have nothing to do with each other. */
export const arbitraryColumn: fc.Arbitrary<ColumnValues> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: walk },
      { weight: 1, arbitrary: run },
      fc.array(fc.option(anyValue, { nil: undefined }), { maxLength: 12 }),
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.flat())

export interface Rows {
  /** Has every field that a row has. */
  readonly whole: BsonValue
  readonly rows: ColumnValues
  /** Written as before 6.0: lists are not taken apart. */
  readonly isOld: boolean
}

const LEAVES = 4

const isScalar = (value: BsonValue | undefined): value is BsonValue =>
  value !== undefined && value.type !== 'object' && value.type !== 'array'

const build = (
  leaves: readonly (BsonValue | undefined)[],
  isList: boolean,
): BsonValue | undefined => {
  const [a, b, c, d] = leaves
  const inner = isList
    ? listOf([c, d])
    : documentOf([
        ['c', c],
        ['d', d],
      ])
  const middle = documentOf([
    ['b', b],
    ['inner', inner],
  ])
  return documentOf([
    ['a', a],
    ['middle', middle],
  ])
}

function documentOf(
  entries: readonly (readonly [string, BsonValue | undefined])[],
): BsonValue | undefined {
  const present = entries.flatMap(([key, value]) => (value ? [[key, value] as const] : []))
  return present.length === 0 ? undefined : BsonDocument.of(...present)
}

function listOf(items: readonly (BsonValue | undefined)[]): BsonValue | undefined {
  const keys = items.flatMap((item, index) => (item ? [String(index)] : []))
  if (keys.length === 0) return undefined
  const present = items.filter((item) => item !== undefined)
  return keys.every((key, index) => key === String(index))
    ? { type: 'array', items: present }
    : { type: 'array', items: present, keys }
}

/** Rows of one shape, in which fields are missing here and there, and whole rows. */
export const arbitraryRows: fc.Arbitrary<Rows> = fc
  .record({
    columns: fc.array(
      arbitraryColumn.map((values) => values.slice(0, 300)),
      { minLength: LEAVES, maxLength: LEAVES },
    ),
    form: fc.constantFrom('documents', 'old', 'lists', 'list'),
  })
  .map(({ columns, form }) => {
    const count = Math.max(1, ...columns.map(({ length }) => length))
    const shape = (leaves: readonly (BsonValue | undefined)[]): BsonValue | undefined =>
      form === 'list' ? listOf(leaves) : build(leaves, form === 'lists' || form === 'old')
    const whole = shape(columns.map((values) => values.find(isScalar) ?? { type: 'null' }))
    const rows = Array.from({ length: count }, (_, row) =>
      shape(columns.map((values) => values[row])),
    )
    return { whole: whole ?? { type: 'null' }, rows, isOld: form === 'old' }
  })
