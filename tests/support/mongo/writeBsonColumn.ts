import { encodeText } from '@/import/bson/bsonText'
import { BsonDocument, type BsonValue } from '@/import/bson/BsonValue'
import { writeBson } from '@/import/bson/writeBson'

/*
 * Columns as a server compresses them, for tests: other code than what reads them, with tables of its own. It packs as tightly as the
 * format allows, and tries every form of a block.
 */

type Slot = bigint | undefined
export type ColumnValues = readonly (BsonValue | undefined)[]

/** A literal, or the blocks behind one control byte. It begins with the value `start`. */
interface Piece {
  readonly start: number
  readonly bytes: Buffer
}

/** Writes a column of values that follow one another; undefined for missing ones. */
export const writeBsonColumn = (values: ColumnValues): Buffer =>
  Buffer.concat([...encodeStream(values).map(({ bytes }) => bytes), Buffer.of(0)])

/**
 * Writes a column of documents or lists taken apart.
 *
 * @param whole - has every field that one of them has
 */
export function writeInterleaved(
  whole: BsonValue,
  values: ColumnValues,
  { isOld = false }: { isOld?: boolean } = {},
): Buffer {
  const leaves = leavesOf(whole, isOld)
  const pieces = leaves.flatMap(({ path, value }, order) =>
    encodeStream(
      values.map((document) => document && at(document, path)),
      value,
    ).map((piece) => ({ ...piece, order })),
  )
  pieces.sort((one, other) => one.start - other.start || one.order - other.order)
  const control = isOld ? 0xf0 : whole.type === 'array' ? 0xf2 : 0xf1
  return Buffer.concat([
    Buffer.of(control),
    bytesOf(whole),
    ...pieces.map(({ bytes }) => bytes),
    Buffer.of(0),
  ])
}

interface Leaf {
  readonly path: readonly string[]
  readonly value: BsonValue
}

const partsOf = (value: BsonValue, isOld: boolean): (readonly [string, BsonValue])[] | undefined =>
  value.type === 'object'
    ? [...value.entries()]
    : value.type === 'array' && !isOld
      ? value.items.map((item, index) => [value.keys?.[index] ?? String(index), item])
      : undefined

function leavesOf(value: BsonValue, isOld: boolean): Leaf[] {
  const parts = partsOf(value, isOld)
  if (!parts) return [{ path: [], value }]
  return parts.flatMap(([key, child]) =>
    leavesOf(child, isOld).map((leaf) => ({ ...leaf, path: [key, ...leaf.path] })),
  )
}

function at(value: BsonValue, path: readonly string[]): BsonValue | undefined {
  const [key, ...rest] = path
  if (key === undefined) return value
  const child = new Map(partsOf(value, false)).get(key)
  return child && at(child, rest)
}

/** The element that has the value and an empty name. */
function literalOf(value: BsonValue): Buffer {
  const document = writeBson(BsonDocument.of(['', value]))
  return document.subarray(4, document.length - 1)
}

const bytesOf = (value: BsonValue): Buffer => literalOf(value).subarray(2)

const SCALES = [1, 10, 100, 10_000, 100_000_000]

/** What a value is as a number, by the upper half of the control byte; 8 for everything that is no scaled double. */
function numberOf(value: BsonValue, half: number): bigint | undefined {
  if (value.type === 'double' && half > 8) return scaled(value.value, SCALES[half - 9] ?? 1)
  if (half > 8) return undefined
  const bytes = bytesOf(value)
  switch (value.type) {
    case 'int':
      return BigInt(bytes.readInt32LE())
    case 'bool':
      return BigInt(bytes[0] ?? 0)
    case 'double':
    case 'long':
    case 'date':
    case 'timestamp':
      return bytes.readBigInt64LE()
    case 'objectId': {
      const [t0, t1, t2, t3, , , , , , c0, c1, c2] = bytes
      return BigInt(`0x${Buffer.from([t0, t1, c0, t2, c1, t3, c2].map(Number)).toString('hex')}`)
    }
    case 'decimal':
      return (bytes.readBigInt64LE(8) << 64n) | bytes.readBigUInt64LE()
    case 'binData': {
      const content = bytes.subarray(5)
      if (content.length > 16) return undefined
      const padded = Buffer.concat([content, Buffer.alloc(16 - content.length)])
      return (padded.readBigInt64LE(8) << 64n) | padded.readBigUInt64LE()
    }
    case 'string':
      return numberOfText(value.value)
    case 'javascript':
      return numberOfText(value.code)
    default:
      return undefined
  }
}

function numberOfText(text: string): bigint | undefined {
  const bytes = encodeText(text)
  if (bytes.length > 16 || bytes[0] === 0) return undefined
  const padded = Buffer.concat([Buffer.alloc(16 - bytes.length), bytes])
  return (padded.readBigInt64BE() << 64n) | padded.readBigUInt64BE(8)
}

function scaled(value: number, scale: number): bigint | undefined {
  const product = value * scale
  if (!(Math.abs(product) <= 2 ** 53)) return undefined
  const whole = Math.round(product)
  return Object.is(whole / scale, value) && !Object.is(value, -0) ? BigInt(whole) : undefined
}

const isWide = ({ type }: BsonValue): boolean =>
  ['string', 'javascript', 'binData', 'decimal'].includes(type)
const isSecondOrder = ({ type }: BsonValue): boolean =>
  ['date', 'timestamp', 'objectId'].includes(type)

const withSign = (difference: bigint): bigint =>
  difference < 0n ? -difference * 2n - 1n : difference * 2n

/** What cannot differ between two values of which the difference is stored. */
function shapeOf(value: BsonValue): string {
  if (value.type === 'objectId') return `id ${value.hex.slice(8, 18)}`
  if (value.type === 'binData') return `binary ${value.subtype} ${value.bytes.length}`
  return value.type
}

interface Step {
  readonly slot: Slot
  readonly half: number
}

function encodeStream(values: ColumnValues, first?: BsonValue): Piece[] {
  const pieces: Piece[] = []
  let steps: Step[] = []
  let start = 0
  let previous: Slot = 0n
  let before = first
  let lastStep = 0n
  let half = 8
  const flush = (): void => {
    const written = writeSteps(steps, start, previous)
    pieces.push(...written.pieces)
    previous = written.previous
    steps = []
  }
  for (const [index, value] of values.entries()) {
    if (steps.length === 0) start = index
    if (value === undefined) {
      steps.push({ slot: undefined, half })
      continue
    }
    const found = before && difference(before, value, half, lastStep)
    if (found) {
      steps.push(found)
      half = found.half
      lastStep = found.step
    } else {
      flush()
      pieces.push({ start: index, bytes: literalOf(value) })
      previous = 0n
      lastStep = 0n
      half = 8
    }
    before = value
  }
  flush()
  return pieces
}

function difference(
  before: BsonValue,
  value: BsonValue,
  half: number,
  lastStep: bigint,
): (Step & { step: bigint }) | undefined {
  if (isSecondOrder(value)) {
    if (shapeOf(before) !== shapeOf(value)) return undefined
    const step = wrapped((numberOf(value, 8) ?? 0n) - (numberOf(before, 8) ?? 0n), 64)
    const slot = withSign(wrapped(step - lastStep, 64))
    return fits(slot) ? { slot, half: 8, step } : undefined
  }
  if (bytesOf(before).equals(bytesOf(value)) && before.type === value.type)
    return { slot: 0n, half, step: 0n }
  if (shapeOf(before) !== shapeOf(value)) return undefined
  const isText = value.type === 'string' || value.type === 'javascript'
  const halves = value.type === 'double' ? [...new Set([half, 9, 10, 11, 12, 13, 8])] : [8]
  for (const candidate of halves) {
    const from = numberOf(before, candidate) ?? (isText ? 0n : undefined)
    const to = numberOf(value, candidate)
    if (from === undefined || to === undefined) continue
    const slot = withSign(wrapped(to - from, isWide(value) ? 128 : 64))
    // Zero stands for the same value, and not for a text that has the number of a long one.
    if (slot !== 0n && fits(slot)) return { slot, half: candidate, step: 0n }
  }
  return undefined
}

const wrapped = (value: bigint, bits: number): bigint => BigInt.asIntN(bits, value)

/** A form of block: the bits of a place, how many of them count zeros at the end, and by how many. */
interface Form {
  readonly lowest: number
  readonly start: number
  readonly bits: number
  readonly zeroBits: number
  readonly unit: number
}

const form = (lowest: number, start: number, bits: number, zeroBits = 0, unit = 1): Form => ({
  lowest,
  start,
  bits,
  zeroBits,
  unit,
})

/** Those with the most places first. */
const FORMS: Form[] = [
  form(1, 4, 1),
  form(2, 4, 2),
  form(3, 4, 3),
  form(4, 4, 4),
  form(5, 4, 5),
  form(6, 4, 6),
  form(0x07, 8, 7),
  form(0x08, 8, 8),
  form(9, 4, 10),
  form(10, 4, 12),
  form(11, 4, 15),
  form(12, 4, 20),
  form(13, 4, 30),
  form(14, 4, 60),
  ...[6, 7, 8, 9, 11, 14, 18, 28, 56].map((bits, index) => form(0x17 + index * 16, 8, bits, 4)),
  ...[8, 9, 11, 14, 18, 28, 56].map((bits, index) => form(0x18 + index * 16, 8, bits, 4, 4)),
  ...[9, 11, 14, 18, 28, 56].map((bits, index) => form(0x88 + index * 16, 8, bits, 5, 4)),
]
FORMS.sort((one, other) => placesOf(other) - placesOf(one))

function placesOf({ bits, start }: Form): number {
  return Math.floor((64 - start) / bits)
}

function placeOf(slot: Slot, { bits, unit, zeroBits }: Form): bigint | undefined {
  const full = (1n << BigInt(bits)) - 1n
  if (slot === undefined) return full
  const most = (1n << BigInt(zeroBits)) - 1n
  let zeros = 0n
  while (zeros < most && slot !== 0n && slot % (1n << ((zeros + 1n) * BigInt(unit))) === 0n)
    zeros += 1n
  const place = ((slot >> (zeros * BigInt(unit))) << BigInt(zeroBits)) | zeros
  return place < full ? place : undefined
}

const fits = (slot: bigint): boolean => FORMS.some((each) => placeOf(slot, each) !== undefined)

const RUN = 120

function writeSteps(
  steps: readonly Step[],
  start: number,
  before: Slot,
): { pieces: Piece[]; previous: Slot } {
  const pieces: Piece[] = []
  let previous = before
  let from = 0
  while (from < steps.length) {
    const half = steps[from]?.half ?? 8
    const pieceStart = start + from
    const blocks: Buffer[] = []
    while (blocks.length < 16 && steps[from]?.half === half) {
      const { block, length } = writeBlock(steps, from, half, previous)
      blocks.push(block)
      from += length
      previous = steps[from - 1]?.slot
    }
    const control = Buffer.of((half << 4) | (blocks.length - 1))
    pieces.push({ start: pieceStart, bytes: Buffer.concat([control, ...blocks]) })
  }
  return { pieces, previous }
}

function writeBlock(
  steps: readonly Step[],
  from: number,
  half: number,
  previous: Slot,
): { block: Buffer; length: number } {
  let same = 0
  while (same < 16 * RUN && from + same < steps.length) {
    const step = steps[from + same]
    if (step?.half !== half || step.slot !== previous) break
    same += 1
  }
  const runs = Math.floor(same / RUN)
  if (runs > 0) return { block: blockOf(BigInt(((runs - 1) << 4) | 15)), length: runs * RUN }
  for (const each of FORMS) {
    const count = placesOf(each)
    const part = steps.slice(from, from + count)
    const places = part.map(({ slot }) => placeOf(slot, each))
    if (part.length < count || part.some((step) => step.half !== half)) continue
    if (places.includes(undefined)) continue
    const packed = places.reduce<bigint>(
      (block, place, index) => block | ((place ?? 0n) << BigInt(each.start + index * each.bits)),
      BigInt(each.lowest),
    )
    return { block: blockOf(packed), length: count }
  }
  throw new Error('a number that no block has a place for')
}

function blockOf(block: bigint): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(block)
  return bytes
}
