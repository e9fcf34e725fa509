import { Decimal128 } from 'bson'

/** The text of a Decimal128, as every MongoDB tool writes it. */
export function decimalText(bytes: Uint8Array): string {
  return new Decimal128(Uint8Array.from(bytes)).toString()
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
