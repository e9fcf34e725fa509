import { Decimal128 } from 'bson'

/** The text of a Decimal128, as every MongoDB tool writes it. */
export function decimalText(bytes: Uint8Array): string {
  const text = new Decimal128(Uint8Array.from(bytes)).toString()
  const digits = text.replace(/E.*/, '').replace(/\D/g, '').replace(/^0+/, '')
  return digits.length > MOST_DIGITS ? zeroText(bytes) : text
}

const MOST_DIGITS = 34
const EXPONENT_BIAS = 6176

/**
 * A number of more than 34 digits stands for zero, says IEEE 754. `bson` (7.3) knows that for large exponents only, and writes 35
 * digits otherwise, which nobody can read.
 */
function zeroText(bytes: Uint8Array): string {
  const high = Buffer.from(bytes).readUInt32LE(12)
  const isLarge = ((high >>> 29) & 3) === 3
  const exponent = ((high >>> (isLarge ? 15 : 17)) & 0x3fff) - EXPONENT_BIAS
  const sign = high >>> 31 === 1 ? '-' : ''
  return Decimal128.fromString(`${sign}0E${exponent}`).toString()
}

/** The bytes of a decimal text, or undefined when it is none, or has more digits than the 34 that fit. */
export function parseDecimal(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(Decimal128.fromString(text).bytes)
  } catch {
    return undefined
  }
}

/** Whether the text leads back to the same bytes. NaN with a payload and significands beyond 34 digits do not. */
export function hasDecimalText(bytes: Uint8Array): boolean {
  const again = parseDecimal(decimalText(bytes))
  return again !== undefined && Buffer.compare(again, bytes) === 0
}
