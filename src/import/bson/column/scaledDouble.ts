/*
 * Doubles with few decimals are stored as whole numbers, times one of five powers of ten; others as the whole number that has the
 * same 64 bits.
 */

const SCALES = [1, 10, 100, 10_000, 100_000_000]

/** Of a control byte, its upper half: the bits themselves, as for all other types, or one of the scales. */
const UNSCALED = 0x8
const FIRST_SCALE = 0x9

/** What doubles are multiplied with; undefined for their bits. */
export type Scale = number | undefined

/** Whole numbers beyond it are not all doubles. */
const LARGEST = 2 ** 53

/** The scale that a control byte names, or null for one that names none. */
export function scaleOfControl(control: number): Scale | null {
  const half = control >> 4
  return half === UNSCALED ? undefined : (SCALES[half - FIRST_SCALE] ?? null)
}

/** The whole number that stands for a double, if that leads back to the same one. */
export function scaleDouble(value: number, scale: number): bigint | undefined {
  const product = value * scale
  if (!(Math.abs(product) <= LARGEST)) return undefined
  const whole = BigInt(roundAwayFromZero(product))
  return Object.is(Number(whole) / scale, value) ? whole : undefined
}

export function unscaleDouble(whole: bigint, scale: number): number | undefined {
  const found = Number(whole)
  return Math.abs(found) <= LARGEST ? found / scale : undefined
}

/** As C rounds: halves away from zero. */
const roundAwayFromZero = (value: number): number =>
  value < 0 ? -Math.round(-value) : Math.round(value)

const scratch = new DataView(new ArrayBuffer(8))

export function bitsOfDouble(value: number): bigint {
  scratch.setFloat64(0, value)
  return scratch.getBigInt64(0)
}

export function doubleOfBits(bits: bigint): number {
  scratch.setBigInt64(0, bits)
  return scratch.getFloat64(0)
}
