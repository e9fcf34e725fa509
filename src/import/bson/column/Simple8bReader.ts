import { type ColumnCursor } from './ColumnCursor'

/** What a place has: a number, or nothing, as that measurement has no value. */
export type Slot = bigint | undefined

/** How the places of a block lie: from bit `start`, `count` of them, each of `bits`. */
interface Layout {
  readonly start: bigint
  readonly count: number
  readonly bits: bigint
  /** Of each, the lowest bits count the zeros that the number ends with, by ones or fours. */
  readonly zeroBits: bigint
  readonly zeroUnit: bigint
}

const BLOCK = 8

const RUN = 15
const RUN_UNIT = 120

/** Of the selectors 1 to 14. */
const BITS = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 30, 60]
/** Of the extensions of selector 7, from 1, the bits of the number alone. */
const BITS_OF_7 = [2, 3, 4, 5, 7, 10, 14, 24, 52]
/** Of the extensions of selector 8, from 1, and further ones that can count more zeros. */
const BITS_OF_8 = [4, 5, 7, 10, 14, 24, 52]
const BITS_OF_8_FAR = [4, 6, 9, 13, 23, 51]

const layout = (start: number, bits: number, zeroBits = 0, zeroUnit = 0): Layout => ({
  start: BigInt(start),
  count: Math.floor((64 - start) / (bits + zeroBits)),
  bits: BigInt(bits + zeroBits),
  zeroBits: BigInt(zeroBits),
  zeroUnit: BigInt(zeroUnit),
})

const isExtensible = (selector: number): boolean => selector === 7 || selector === 8

/** By the lowest byte of a block: the selector and, for 7 and 8, its extension. */
const LAYOUTS = new Map<number, Layout>([
  ...BITS.map((bits, index) => {
    const selector = index + 1
    return [selector, layout(isExtensible(selector) ? 8 : 4, bits)] as const
  }),
  ...BITS_OF_7.map((bits, index) => [((index + 1) << 4) | 7, layout(8, bits, 4, 1)] as const),
  ...[
    ...BITS_OF_8.map((bits) => layout(8, bits, 4, 4)),
    ...BITS_OF_8_FAR.map((bits) => layout(8, bits, 5, 4)),
  ].map((found, index) => [((index + 1) << 4) | 8, found] as const),
])

/** The numbers in blocks of Simple-8b, as MongoDB extends it. One by one, as four bits may stand for 1,920 of them. */
export class Simple8bReader {
  private at = 0
  private end = 0
  private rest = 0n
  private layout: Layout | undefined
  private left = 0
  private previous: Slot = 0n

  constructor(private readonly cursor: ColumnCursor) {}

  /** Whether there is no number left in the blocks that were announced. */
  get isDone(): boolean {
    return this.left === 0 && this.at === this.end
  }

  /** Where the block of the last number is. */
  get offset(): number {
    return this.at - BLOCK
  }

  /** Begins with blocks that are at the cursor, which goes behind them. A run at their beginning repeats what came before. */
  begin(blocks: number): void {
    this.at = this.cursor.pass(blocks * BLOCK)
    this.end = this.cursor.at
  }

  /** Forgets what came before, as a value that is written out does. */
  reset(): void {
    this.previous = 0n
  }

  next(): Slot {
    if (this.left === 0) this.readBlock()
    this.left -= 1
    if (this.layout) this.previous = this.take(this.layout)
    return this.previous
  }

  private take({ bits, zeroBits, zeroUnit }: Layout): Slot {
    const slot = BigInt.asUintN(Number(bits), this.rest)
    this.rest >>= bits
    if (slot === (1n << bits) - 1n) return undefined
    if (zeroBits === 0n) return slot
    return (slot >> zeroBits) << (BigInt.asUintN(Number(zeroBits), slot) * zeroUnit)
  }

  private readBlock(): void {
    const block = this.cursor.blockAt(this.at)
    this.at += BLOCK
    const lowest = Number(BigInt.asUintN(8, block))
    const selector = lowest & 15
    if (selector === RUN) {
      this.layout = undefined
      this.left = ((lowest >> 4) + 1) * RUN_UNIT
      return
    }
    const found = LAYOUTS.get(isExtensible(selector) ? lowest : selector)
    if (!found) this.cursor.fail(`0x${lowest.toString(16)} selects no form of deltas`, this.offset)
    this.layout = found
    this.left = found.count
    this.rest = block >> found.start
  }
}
