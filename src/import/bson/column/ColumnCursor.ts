import { BsonError } from '../BsonError'
import { type BsonValue } from '../BsonValue'
import { readBsonValue } from '../readBson'
import { type ColumnBudget } from './ColumnBudget'

/** Where the reading of a column is. All parts of a column read from one, in turns. */
export class ColumnCursor {
  private readonly view: DataView
  at = 0

  constructor(
    private readonly bytes: Uint8Array,
    private readonly budget: ColumnBudget,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  fail(reason: string, offset = this.at): never {
    throw new BsonError(reason, offset)
  }

  /** Counts a value, or a missing one (none). */
  count(values: number): void {
    const excess = this.budget.take(values)
    if (excess !== undefined) this.fail(excess)
  }

  get isAtEnd(): boolean {
    return this.at === this.bytes.length
  }

  peek(): number {
    return this.bytes[this.at] ?? this.fail('the column has no end')
  }

  /** Passes over bytes that are read later, and answers where they begin. */
  pass(length: number): number {
    const start = this.at
    if (length > this.bytes.length - start) this.fail('the column ends in the middle of its deltas')
    this.at += length
    return start
  }

  blockAt(offset: number): bigint {
    return this.view.getBigUint64(offset, true)
  }

  /** A value as a document has it, its type and an empty name before it. */
  literal(): BsonValue {
    const type = this.peek()
    if (this.bytes[this.at + 1] !== 0) this.fail('a value in a column has a name', this.at + 1)
    this.at += 2
    return this.value(type)
  }

  value(type: number): BsonValue {
    const read = readBsonValue(this.bytes, type, this.at)
    this.at = read.end
    // What is inside of it: the value itself counts where it is used.
    if (read.values > 1) this.count(read.values - 1)
    return read.value
  }
}
