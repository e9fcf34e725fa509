import { decodeText, encodeText } from '../bsonText'
import { type BsonOf, type BsonType, type BsonValue } from '../BsonValue'
import { bitsOfDouble, doubleOfBits, scaleDouble, unscaleDouble, type Scale } from './scaledDouble'

/** Numbers of texts, binary data and decimals have 128 bits, those of all other types 64. */
export const widthOf = (type: BsonType): 64 | 128 =>
  type === 'string' || type === 'javascript' || type === 'binData' || type === 'decimal' ? 128 : 64

/** Of these, the difference between two differences is stored. */
export const isOfSecondOrder = (type: BsonType): boolean =>
  type === 'date' || type === 'timestamp' || type === 'objectId'

/** Texts and binary data that are longer have no number. */
const LONGEST = 16

const PLAIN_NAN = 0x7ff8000000000000n

const OLD_BINARY = 2

/** Where the seven bytes of an ObjectId that change are in its number, lowest first; the other five stay. */
const ID_BYTES = [11, 3, 10, 2, 9, 1, 0]

/**
 * The number of which differences are stored: signed, of 64 or 128 bits. Undefined for what has none, of which only repetitions are
 * stored.
 */
export function numberOfValue(value: BsonValue, scale: Scale): bigint | undefined {
  switch (value.type) {
    case 'int':
      return BigInt(value.value)
    case 'long':
      return value.value
    case 'bool':
      return value.value ? 1n : 0n
    case 'date':
      return value.millis
    case 'timestamp':
      return BigInt.asIntN(64, (BigInt(value.time) << 32n) | BigInt(value.increment))
    case 'objectId':
      return numberOfId(Buffer.from(value.hex, 'hex'))
    case 'double':
      return scale === undefined
        ? (value.bits ?? (Number.isNaN(value.value) ? PLAIN_NAN : bitsOfDouble(value.value)))
        : scaleDouble(value.value, scale)
    case 'string':
      return numberOfText(value.value)
    case 'javascript':
      return numberOfText(value.code)
    case 'binData':
      return numberOfBinary(storedBytes(value))
    case 'decimal':
      return BigInt.asIntN(128, fromLittleEndian(value.bytes))
    default:
      return undefined
  }
}

/** The value of a number, like the one before it. Undefined for a number that no value of this type has. */
export function valueOfNumber(
  number: bigint,
  before: BsonValue,
  scale: Scale,
): BsonValue | undefined {
  switch (before.type) {
    case 'int':
      return BigInt.asIntN(32, number) === number
        ? { type: 'int', value: Number(number) }
        : undefined
    case 'long':
      return { type: 'long', value: number }
    case 'bool':
      return number === 0n || number === 1n ? { type: 'bool', value: number === 1n } : undefined
    case 'date':
      return { type: 'date', millis: number }
    case 'timestamp':
      return {
        type: 'timestamp',
        time: Number(BigInt.asUintN(64, number) >> 32n),
        increment: Number(BigInt.asUintN(32, number)),
      }
    case 'objectId':
      return idOfNumber(number, before)
    case 'double':
      return scale === undefined ? doubleOf(number) : scaledOf(number, scale)
    case 'string':
      return { type: 'string', value: textOfNumber(number) }
    case 'javascript':
      return { type: 'javascript', code: textOfNumber(number) }
    case 'binData':
      return binaryOfNumber(number, before)
    case 'decimal':
      return { type: 'decimal', bytes: toLittleEndian(BigInt.asUintN(128, number), 16) }
    default:
      return undefined
  }
}

const numberOfId = (bytes: Uint8Array): bigint =>
  fromLittleEndian(Uint8Array.from(ID_BYTES, (index) => bytes[index] ?? 0))

function idOfNumber(number: bigint, before: BsonOf<'objectId'>): BsonValue | undefined {
  if (BigInt.asUintN(56, number) !== number) return undefined
  const bytes = Buffer.from(before.hex, 'hex')
  for (const [place, byte] of toLittleEndian(number, ID_BYTES.length).entries())
    bytes[ID_BYTES[place] ?? 0] = byte
  return { type: 'objectId', hex: bytes.toString('hex') }
}

function doubleOf(bits: bigint): BsonValue {
  const value = doubleOfBits(bits)
  return Number.isNaN(value) && bits !== PLAIN_NAN
    ? { type: 'double', value, bits }
    : { type: 'double', value }
}

function scaledOf(whole: bigint, scale: number): BsonValue | undefined {
  const value = unscaleDouble(whole, scale)
  return value === undefined ? undefined : { type: 'double', value }
}

/**
 * The last byte is the lowest. A zero at the beginning would be lost, so that texts with one have no number, as long ones: the
 * difference behind those is that from zero.
 */
function numberOfText(text: string): bigint {
  if (text.length > LONGEST) return 0n
  const bytes = encodeText(text)
  if (bytes.length > LONGEST || bytes[0] === 0) return 0n
  return BigInt.asIntN(128, fromLittleEndian(bytes.toReversed()))
}

function textOfNumber(number: bigint): string {
  const bytes = Buffer.from(toLittleEndian(BigInt.asUintN(128, number), LONGEST)).reverse()
  const start = bytes.findIndex((byte) => byte !== 0)
  return start < 0 ? '' : decodeText(bytes, start, bytes.length)
}

const numberOfBinary = (bytes: Uint8Array): bigint | undefined =>
  bytes.length > LONGEST ? undefined : BigInt.asIntN(128, fromLittleEndian(bytes))

/** Old binary data has its length a second time, before its bytes. */
function storedBytes({ bytes, subtype }: BsonOf<'binData'>): Uint8Array {
  if (subtype !== OLD_BINARY) return bytes
  return Buffer.concat([toLittleEndian(BigInt(bytes.length), 4), bytes])
}

function binaryOfNumber(number: bigint, before: BsonOf<'binData'>): BsonValue | undefined {
  const { length } = storedBytes(before)
  const unsigned = BigInt.asUintN(128, number)
  if (unsigned >> BigInt(8 * length) !== 0n) return undefined
  const stored = toLittleEndian(unsigned, length)
  if (before.subtype !== OLD_BINARY) return { ...before, bytes: stored }
  const inner = BigInt(length - 4)
  if (fromLittleEndian(stored.subarray(0, 4)) !== inner) return undefined
  return { ...before, bytes: stored.slice(4) }
}

const fromLittleEndian = (bytes: Uint8Array): bigint =>
  BigInt(`0x0${Buffer.from(bytes).reverse().toString('hex')}`)

const toLittleEndian = (number: bigint, length: number): Uint8Array =>
  Uint8Array.from(
    Buffer.from(length === 0 ? '' : number.toString(16).padStart(length * 2, '0'), 'hex').reverse(),
  )
