import { type BsonValue } from '../BsonValue'
import { type ColumnCursor } from './ColumnCursor'
import { isOfSecondOrder, numberOfValue, valueOfNumber, widthOf } from './numberOfValue'
import { scaleOfControl, type Scale } from './scaledDouble'
import { Simple8bReader, type Slot } from './Simple8bReader'

/** Types of values from 0x01 to 0x13, 0x7f and 0xff: they are written out, as documents have them. */
export const isLiteral = (control: number): boolean =>
  (control > 0 && control < 0x20) || control === 0x7f || control === 0xff

/**
 * Values of one column, or of one field of its documents: some are written out, and behind each are the differences to the ones that
 * follow. Whatever a server would never have written ends it: a wrong value would not be noticed.
 */
export class ColumnStream {
  private readonly slots: Simple8bReader
  private value: BsonValue | undefined
  private number: bigint | undefined
  /** The last difference, where differences of differences are stored. */
  private step = 0n
  private scale: Scale

  /** @param first - what the first difference is counted from, and no value itself */
  constructor(
    private readonly cursor: ColumnCursor,
    first?: BsonValue,
  ) {
    this.slots = new Simple8bReader(cursor)
    if (first) this.countFrom(first)
  }

  /** Whether the next value begins with a control byte. */
  get isBetween(): boolean {
    return this.slots.isDone
  }

  /** The next value; undefined for one that is missing. */
  next(): BsonValue | undefined {
    if (this.isBetween) {
      if (isLiteral(this.cursor.peek())) {
        const value = this.cursor.literal()
        this.countFrom(value)
        return value
      }
      this.begin()
    }
    return this.apply(this.slots.next())
  }

  private countFrom(value: BsonValue): void {
    this.value = value
    this.scale = undefined
    this.number = numberOfValue(value, undefined)
    this.step = 0n
    this.slots.reset()
  }

  /** Reads a control byte: the scale of doubles, and how many blocks follow. */
  private begin(): void {
    const control = this.cursor.peek()
    const scale = scaleOfControl(control)
    if (scale === null || (scale !== undefined && this.value?.type !== 'double'))
      this.cursor.fail(`0x${control.toString(16)} is nothing that a column has here`)
    if (this.value && scale !== this.scale) {
      this.scale = scale
      this.number = numberOfValue(this.value, scale)
      if (this.number === undefined) this.cursor.fail('a double that its scale has no number for')
    }
    this.cursor.pass(1)
    this.slots.begin((control & 15) + 1)
  }

  private apply(slot: Slot): BsonValue | undefined {
    if (slot === undefined) return undefined
    const { value } = this
    if (value === undefined) return this.fail('a difference to nothing')
    const isOfSteps = isOfSecondOrder(value.type)
    if (slot === 0n && !isOfSteps) return value
    if (this.number === undefined) return this.fail(`a difference to a value of type ${value.type}`)
    const width = widthOf(value.type)
    if (slot >> BigInt(width) !== 0n) return this.fail(`a difference of more than ${width} bits`)
    const difference = withSign(slot)
    if (isOfSteps) this.step = BigInt.asIntN(width, this.step + difference)
    const step = isOfSteps ? this.step : difference
    if (step === 0n) return value
    this.number = BigInt.asIntN(width, this.number + step)
    this.value = valueOfNumber(this.number, value, this.scale)
    return this.value ?? this.fail(`a difference that leads to no value of type ${value.type}`)
  }

  private fail(reason: string): never {
    return this.cursor.fail(reason, this.slots.offset)
  }
}

/** The lowest bit is the sign. */
const withSign = (slot: bigint): bigint => ((slot & 1n) === 0n ? slot >> 1n : -(slot >> 1n) - 1n)
