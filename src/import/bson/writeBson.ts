import { BsonError } from './BsonError'
import { encodeText } from './bsonText'
import { type BsonDocument, type BsonArray, type BsonOf, type BsonValue } from './BsonValue'

/**
 * Writes a document as BSON: the same bytes as `readBson` read.
 *
 * @throws BsonError for a name with U+0000 in it, which BSON has no form for
 */
export function writeBson(document: BsonDocument): Buffer {
  const writer = new BsonWriter()
  writer.document(document)
  return writer.written()
}

const NUMBER_OF_TYPE: Readonly<Record<BsonValue['type'], number>> = {
  double: 0x01,
  string: 0x02,
  object: 0x03,
  array: 0x04,
  binData: 0x05,
  undefined: 0x06,
  objectId: 0x07,
  bool: 0x08,
  date: 0x09,
  null: 0x0a,
  regex: 0x0b,
  dbPointer: 0x0c,
  javascript: 0x0d,
  symbol: 0x0e,
  javascriptWithScope: 0x0f,
  int: 0x10,
  timestamp: 0x11,
  long: 0x12,
  decimal: 0x13,
  maxKey: 0x7f,
  minKey: 0xff,
}

class BsonWriter {
  private buffer = Buffer.allocUnsafe(1024)
  private at = 0

  written(): Buffer {
    return Buffer.from(this.buffer.subarray(0, this.at))
  }

  document({ keys, values }: BsonDocument): void {
    this.lengthOf(() => {
      for (const [index, value] of values.entries()) this.element(keys[index] ?? '', value)
      this.byte(0)
    })
  }

  private array({ items, keys }: BsonArray): void {
    this.lengthOf(() => {
      for (const [index, value] of items.entries())
        this.element(keys?.[index] ?? String(index), value)
      this.byte(0)
    })
  }

  private element(key: string, value: BsonValue): void {
    this.byte(NUMBER_OF_TYPE[value.type])
    this.cstring(key)
    this.value(value)
  }

  private value(value: BsonValue): void {
    switch (value.type) {
      case 'object':
        return this.document(value)
      case 'array':
        return this.array(value)
      case 'double':
        return this.double(value)
      case 'string':
      case 'symbol':
        return this.text(value.value)
      case 'javascript':
        return this.text(value.code)
      case 'javascriptWithScope':
        return this.lengthOf(() => {
          this.text(value.code)
          this.document(value.scope)
        })
      case 'binData':
        return this.binary(value)
      case 'objectId':
        return this.bytes(Buffer.from(value.hex, 'hex'))
      case 'bool':
        return this.byte(value.value ? 1 : 0)
      case 'date':
        return this.int64(value.millis)
      case 'long':
        return this.int64(value.value)
      case 'regex':
        this.cstring(value.pattern)
        return this.cstring(value.options)
      case 'dbPointer':
        this.text(value.collection)
        return this.bytes(Buffer.from(value.hex, 'hex'))
      case 'int':
        return this.int32(value.value)
      case 'timestamp':
        this.at = this.room(8).writeUInt32LE(value.increment, this.at)
        this.at = this.buffer.writeUInt32LE(value.time, this.at)
        return
      case 'decimal':
        return this.bytes(value.bytes)
      case 'undefined':
      case 'null':
      case 'minKey':
      case 'maxKey':
        return
    }
  }

  private room(bytes: number): Buffer {
    if (this.buffer.length - this.at < bytes) {
      const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.at + bytes))
      this.buffer.copy(larger, 0, 0, this.at)
      this.buffer = larger
    }
    return this.buffer
  }

  /** What `write` writes, after the number of its bytes, these four included. */
  private lengthOf(write: () => void): void {
    const start = this.at
    this.int32(0)
    write()
    this.buffer.writeInt32LE(this.at - start, start)
  }

  private byte(value: number): void {
    this.at = this.room(1).writeUInt8(value, this.at)
  }

  private int32(value: number): void {
    this.at = this.room(4).writeInt32LE(value, this.at)
  }

  private int64(value: bigint): void {
    this.at = this.room(8).writeBigInt64LE(value, this.at)
  }

  private bytes(bytes: Uint8Array): void {
    this.room(bytes.length).set(bytes, this.at)
    this.at += bytes.length
  }

  private double({ value, bits }: BsonOf<'double'>): void {
    if (bits !== undefined) return this.int64(bits)
    this.at = this.room(8).writeDoubleLE(value, this.at)
  }

  private cstring(text: string): void {
    if (text.includes('\0')) throw new BsonError('a name with U+0000', this.at)
    this.bytes(encodeText(text))
    this.byte(0)
  }

  private text(text: string): void {
    const bytes = encodeText(text)
    this.int32(bytes.length + 1)
    this.bytes(bytes)
    this.byte(0)
  }

  private binary({ subtype, bytes }: BsonOf<'binData'>): void {
    this.int32(subtype === 2 ? bytes.length + 4 : bytes.length)
    this.byte(subtype)
    if (subtype === 2) this.int32(bytes.length)
    this.bytes(bytes)
  }
}
