/**
 * CRC-64 with the polynomial of ECMA-182, reflected, as Go's `crc64.ECMA` has it, and with it the archives of mongodump. In two halves
 * of 32 bits: numbers are ten times as fast here as `bigint`. The tables of eight bytes at once ("slicing by 8") triple that.
 */
const POLYNOMIAL_HIGH = 0xc96c5795
const POLYNOMIAL_LOW = 0xd7870f42
const SLICES = 8

const HIGH = new Uint32Array(256 * SLICES)
const LOW = new Uint32Array(256 * SLICES)

for (let byte = 0; byte < 256; byte += 1) {
  let high = 0
  let low = byte
  for (let bit = 0; bit < 8; bit += 1) {
    const isOdd = (low & 1) === 1
    low = (low >>> 1) | (high << 31)
    high >>>= 1
    if (isOdd) {
      high ^= POLYNOMIAL_HIGH
      low ^= POLYNOMIAL_LOW
    }
  }
  HIGH[byte] = high
  LOW[byte] = low
}
for (let entry = 256; entry < 256 * SLICES; entry += 1) {
  const [high, low] = [at(HIGH, entry - 256), at(LOW, entry - 256)]
  HIGH[entry] = (high >>> 8) ^ at(HIGH, low & 0xff)
  LOW[entry] = ((low >>> 8) | (high << 24)) ^ at(LOW, low & 0xff)
}

function at(table: Uint32Array | Uint8Array, index: number): number {
  return table[index] ?? 0
}

export class Crc64 {
  private high = 0xffffffff
  private low = 0xffffffff

  update(bytes: Uint8Array): this {
    let { high, low } = this
    let index = 0
    for (const last = bytes.length - 7; index < last; index += 8) {
      const b0 = (low ^ at(bytes, index)) & 0xff
      const b1 = ((low >>> 8) ^ at(bytes, index + 1)) & 0xff
      const b2 = ((low >>> 16) ^ at(bytes, index + 2)) & 0xff
      const b3 = ((low >>> 24) ^ at(bytes, index + 3)) & 0xff
      const b4 = (high ^ at(bytes, index + 4)) & 0xff
      const b5 = ((high >>> 8) ^ at(bytes, index + 5)) & 0xff
      const b6 = ((high >>> 16) ^ at(bytes, index + 6)) & 0xff
      const b7 = ((high >>> 24) ^ at(bytes, index + 7)) & 0xff
      high = combined(HIGH, b0, b1, b2, b3, b4, b5, b6, b7)
      low = combined(LOW, b0, b1, b2, b3, b4, b5, b6, b7)
    }
    for (; index < bytes.length; index += 1) {
      const entry = (low ^ at(bytes, index)) & 0xff
      low = ((low >>> 8) | (high << 24)) ^ at(LOW, entry)
      high = (high >>> 8) ^ at(HIGH, entry)
    }
    this.high = high
    this.low = low
    return this
  }

  /** The checksum as the signed number that BSON has for it. */
  digest(): bigint {
    const high = BigInt(~this.high >>> 0)
    return BigInt.asIntN(64, (high << 32n) | BigInt(~this.low >>> 0))
  }
}

const combined = (
  table: Uint32Array,
  b0: number,
  b1: number,
  b2: number,
  b3: number,
  b4: number,
  b5: number,
  b6: number,
  b7: number,
): number =>
  at(table, 1792 + b0) ^
  at(table, 1536 + b1) ^
  at(table, 1280 + b2) ^
  at(table, 1024 + b3) ^
  at(table, 768 + b4) ^
  at(table, 512 + b5) ^
  at(table, 256 + b6) ^
  at(table, b7)
