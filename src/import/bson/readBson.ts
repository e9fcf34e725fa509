import { BsonError } from './BsonError'
import { MAX_DEPTH, MAX_VALUES, MIN_DOCUMENT_BYTES } from './bsonLimits'
import { decodeText } from './bsonText'
import {
  BsonDocument,
  EMPTY_DOCUMENT,
  type BsonArray,
  type BsonOf,
  type BsonValue,
} from './BsonValue'
import { KeyCache } from './KeyCache'

/**
 * Reads one document, of which every byte must belong to it. What is read holds nothing of `bytes`, which may be used again.
 *
 * Own code, because `bson` (7.3) joins duplicate keys, moves `__proto__` and keys like `1`, refuses or replaces invalid UTF-8, and
 * has no way back from dates beyond ±8.64e15 ms, old types and payloads of NaN. All of it is legal in a database.
 *
 * @throws BsonError with the offset of what is wrong
 */
export function readBson(bytes: Uint8Array): BsonDocument {
  return new BsonReader(bytes).readWhole()
}

/** A value that was read in the middle of bytes. */
export interface ReadValue {
  readonly value: BsonValue
  /** Of its last byte, plus one. */
  readonly end: number
  /** How many values it has, itself included. */
  readonly values: number
}

/**
 * Reads one value of a type that is known, without its name.
 *
 * @throws BsonError with the offset of what is wrong
 */
export function readBsonValue(bytes: Uint8Array, type: number, at: number): ReadValue {
  return new BsonReader(bytes, at).readOne(type)
}

const NULL: BsonValue = { type: 'null' }
const TRUE: BsonValue = { type: 'bool', value: true }
const FALSE: BsonValue = { type: 'bool', value: false }
const UNDEFINED: BsonValue = { type: 'undefined' }
const MIN_KEY: BsonValue = { type: 'minKey' }
const MAX_KEY: BsonValue = { type: 'maxKey' }

/** Counters, flags and enumerations: most numbers are one of these. */
const SMALL_INTS = Array.from({ length: 1024 }, (_, value): BsonValue => ({ type: 'int', value }))

const intOf = (value: number): BsonValue =>
  (value >= 0 ? SMALL_INTS[value] : undefined) ?? { type: 'int', value }

/** Of NaN, what every program writes that does not mean something by its other bits. */
const PLAIN_NAN = 0x7ff8000000000000n

const OLD_BINARY = 2

const keys = new KeyCache()

class BsonReader {
  private readonly buffer: Buffer
  private readonly view: DataView
  private values = 0

  constructor(
    bytes: Uint8Array,
    private at = 0,
  ) {
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  readWhole(): BsonDocument {
    const document = this.document(this.buffer.length, 1)
    if (this.at !== this.buffer.length) this.fail('bytes after the end of the document')
    return document
  }

  readOne(type: number): ReadValue {
    const value = this.value(type, this.buffer.length, 1)
    return { value, end: this.at, values: this.values }
  }

  private fail(reason: string, offset = this.at): never {
    throw new BsonError(reason, offset)
  }

  private need(bytes: number, end: number): void {
    if (bytes > end - this.at) this.fail('a value runs over the end of its document')
  }

  private int32(end: number): number {
    this.need(4, end)
    const value = this.view.getInt32(this.at, true)
    this.at += 4
    return value
  }

  private int64(end: number): bigint {
    this.need(8, end)
    const value = this.view.getBigInt64(this.at, true)
    this.at += 8
    return value
  }

  /** Reads the length of a document or array and answers where its final zero is. */
  private enter(end: number, depth: number): number {
    if (depth > MAX_DEPTH) this.fail(`deeper than ${MAX_DEPTH} levels`)
    const start = this.at
    const length = this.int32(end)
    if (length < MIN_DOCUMENT_BYTES || length > end - start)
      this.fail(`a document with the length ${length} does not fit here`, start)
    const last = start + length - 1
    if (this.buffer[last] !== 0) this.fail('a document does not end with a zero', last)
    return last
  }

  private document(end: number, depth: number): BsonDocument {
    const last = this.enter(end, depth)
    if (this.at === last) {
      this.at = last + 1
      return EMPTY_DOCUMENT
    }
    const names: string[] = []
    const values: BsonValue[] = []
    while (this.at < last) {
      const type = this.buffer[this.at] ?? 0
      this.at += 1
      const keyEnd = this.endOfCstring(last)
      names.push(keys.read(this.buffer, this.at, keyEnd))
      this.at = keyEnd + 1
      values.push(this.value(type, last, depth))
    }
    this.leave(last)
    return new BsonDocument(names, values)
  }

  private array(end: number, depth: number): BsonArray {
    const last = this.enter(end, depth)
    const items: BsonValue[] = []
    let irregular: string[] | undefined
    while (this.at < last) {
      const type = this.buffer[this.at] ?? 0
      this.at += 1
      const keyEnd = this.endOfCstring(last)
      if (irregular === undefined && !this.isIndex(items.length, this.at, keyEnd))
        irregular = items.map((_, index) => String(index))
      irregular?.push(decodeText(this.buffer, this.at, keyEnd))
      this.at = keyEnd + 1
      items.push(this.value(type, last, depth))
    }
    this.leave(last)
    return irregular ? { type: 'array', items, keys: irregular } : { type: 'array', items }
  }

  private leave(last: number): void {
    if (this.at !== last) this.fail('a value runs over the end of its document')
    this.at = last + 1
  }

  /** Whether the key is the decimal number, compared without making a string of it. */
  private isIndex(index: number, start: number, end: number): boolean {
    let rest = index
    let at = end - 1
    do {
      if (at < start || this.buffer[at] !== 48 + (rest % 10)) return false
      rest = Math.floor(rest / 10)
      at -= 1
    } while (rest > 0)
    return at === start - 1
  }

  private endOfCstring(last: number): number {
    let at = this.at
    while (at < last && this.buffer[at] !== 0) at += 1
    // The zero at `last` ends the document, and not this.
    if (at >= last) this.fail('a name does not end with a zero')
    return at
  }

  private cstring(last: number): string {
    const end = this.endOfCstring(last)
    const text = decodeText(this.buffer, this.at, end)
    this.at = end + 1
    return text
  }

  private text(end: number): string {
    const start = this.at
    const length = this.int32(end)
    if (length < 1 || length > end - this.at)
      this.fail(`a text with the length ${length} does not fit here`, start)
    const last = this.at + length - 1
    if (this.buffer[last] !== 0) this.fail('a text does not end with a zero', last)
    const text = decodeText(this.buffer, this.at, last)
    this.at = last + 1
    return text
  }

  private copy(length: number, end: number): Uint8Array {
    this.need(length, end)
    const bytes = Uint8Array.prototype.slice.call(this.buffer, this.at, this.at + length)
    this.at += length
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  private hex(end: number): string {
    this.need(12, end)
    const hex = this.buffer.toString('hex', this.at, this.at + 12)
    this.at += 12
    return hex
  }

  private value(type: number, end: number, depth: number): BsonValue {
    this.values += 1
    if (this.values > MAX_VALUES) this.fail(`more than ${MAX_VALUES} values`)
    switch (type) {
      case 0x01:
        return this.double(end)
      case 0x02:
        return { type: 'string', value: this.text(end) }
      case 0x03:
        return this.document(end, depth + 1)
      case 0x04:
        return this.array(end, depth + 1)
      case 0x05:
        return this.binary(end)
      case 0x06:
        return UNDEFINED
      case 0x07:
        return { type: 'objectId', hex: this.hex(end) }
      case 0x08:
        return this.bool(end)
      case 0x09:
        return { type: 'date', millis: this.int64(end) }
      case 0x0a:
        return NULL
      case 0x0b:
        return { type: 'regex', pattern: this.cstring(end), options: this.cstring(end) }
      case 0x0c:
        return { type: 'dbPointer', collection: this.text(end), hex: this.hex(end) }
      case 0x0d:
        return { type: 'javascript', code: this.text(end) }
      case 0x0e:
        return { type: 'symbol', value: this.text(end) }
      case 0x0f:
        return this.codeWithScope(end, depth)
      case 0x10:
        return intOf(this.int32(end))
      case 0x11:
        return this.timestamp(end)
      case 0x12:
        return { type: 'long', value: this.int64(end) }
      case 0x13:
        return { type: 'decimal', bytes: this.copy(16, end) }
      case 0x7f:
        return MAX_KEY
      case 0xff:
        return MIN_KEY
      default:
        return this.fail(`0x${type.toString(16).padStart(2, '0')} is no type`)
    }
  }

  private double(end: number): BsonValue {
    this.need(8, end)
    const value = this.view.getFloat64(this.at, true)
    const bits = Number.isNaN(value) ? this.view.getBigInt64(this.at, true) : PLAIN_NAN
    this.at += 8
    return bits === PLAIN_NAN ? { type: 'double', value } : { type: 'double', value, bits }
  }

  private bool(end: number): BsonValue {
    this.need(1, end)
    const byte = this.buffer[this.at]
    if (byte !== 0 && byte !== 1) this.fail(`${String(byte)} is neither true nor false`)
    this.at += 1
    return byte === 1 ? TRUE : FALSE
  }

  private binary(end: number): BsonOf<'binData'> {
    const start = this.at
    const length = this.int32(end)
    if (length < 0) this.fail(`binary data with the length ${length}`, start)
    this.need(1 + length, end)
    const subtype = this.buffer[this.at] ?? 0
    this.at += 1
    if (subtype !== OLD_BINARY) return { type: 'binData', subtype, bytes: this.copy(length, end) }
    // Says its length twice.
    const inner = this.int32(end)
    if (inner !== length - 4) this.fail('old binary data that contradicts its length', start)
    return { type: 'binData', subtype, bytes: this.copy(inner, end) }
  }

  private timestamp(end: number): BsonValue {
    this.need(8, end)
    const increment = this.view.getUint32(this.at, true)
    const time = this.view.getUint32(this.at + 4, true)
    this.at += 8
    return { type: 'timestamp', time, increment }
  }

  private codeWithScope(end: number, depth: number): BsonValue {
    const start = this.at
    const length = this.int32(end)
    if (length < 14 || length > end - start)
      this.fail(`code with the length ${length} does not fit here`, start)
    const code = this.text(start + length)
    const scope = this.document(start + length, depth + 1)
    if (this.at !== start + length) this.fail('code that contradicts its length', start)
    return { type: 'javascriptWithScope', code, scope }
  }
}
