import { MAX_COLUMN_PLACES, MAX_VALUES } from '../bsonLimits'

/** What the columns of one bucket may have in all, since a few bytes can claim any number of values. */
export class ColumnBudget {
  private places = 0
  private values = 0

  /** Counts what is there and what is missing. Answers why it is too much. */
  take(values: number): string | undefined {
    this.places += Math.max(values, 1)
    this.values += values
    if (this.values > MAX_VALUES) return `more than ${MAX_VALUES} values`
    if (this.places > MAX_COLUMN_PLACES) return `more than ${MAX_COLUMN_PLACES} places for values`
    return undefined
  }
}
