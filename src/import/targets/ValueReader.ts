import { type Findings } from './Findings'
import { fieldOf, type Found, isEmpty } from './plainValue'
import { type PlainValues } from './Target'

/** The engine writes these by itself. */
const OF_THE_ENGINE = ['createdAt', 'updatedAt', 'deletedAt']

/** The values of a document, of which each is taken by a target, or kept. */
export class ValueReader {
  private readonly taken = new Set(OF_THE_ENGINE)

  constructor(
    private readonly values: PlainValues,
    private readonly findings: Findings,
    /** Where the values are, if not at the top: `version`. */
    private readonly base = '',
  ) {}

  /** The first of some fields that says something. The others are left for {@link keepRest}. */
  take(...names: readonly string[]): Found | undefined {
    const name = names.find((name) => !isEmpty(fieldOf(this.values, name)))
    return name === undefined ? undefined : this.found(name)
  }

  /** A field, which may be null: said to be nothing, and not just left out. */
  takeNull(name: string): boolean {
    if (fieldOf(this.values, name) !== null) return false
    this.taken.add(name)
    return true
  }

  /** Whether anything is said at all. */
  hasAny(): boolean {
    return Object.entries(this.values).some(
      ([name, value]) => !OF_THE_ENGINE.includes(name) && !isEmpty(value),
    )
  }

  pathOf(name: string): string {
    return this.base === '' ? name : `${this.base}.${name}`
  }

  /** Keeps what nobody took. */
  keepRest(): void {
    for (const [name, value] of Object.entries(this.values)) {
      if (this.taken.has(name) || value === undefined || isEmpty(value)) continue
      this.findings.keep(this.pathOf(name), value, 'there is no such field here')
    }
  }

  private found(name: string): Found | undefined {
    this.taken.add(name)
    const value = fieldOf(this.values, name)
    return value === undefined ? undefined : { path: this.pathOf(name), value }
  }
}
