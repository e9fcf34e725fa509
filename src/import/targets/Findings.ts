import { type MapNote } from '../map/MapReport'
import { type PlainValue } from './Target'

/**
 * What became of the values that did not go in as they were. Each is told once, however many languages come by it. Paths are those in
 * the values of the map (`layout.3.heading`).
 */
export class Findings {
  private readonly kept = new Map<string, PlainValue>()
  private readonly noted = new Map<string, MapNote>()

  /** Something was changed. */
  note(path: string, reason: string): void {
    this.noted.set(`${path}\n${reason}`, { path, reason })
  }

  /** Something has no place in the target, or not all of it: the value is kept among the documents. */
  keep(path: string, value: PlainValue, reason: string): void {
    this.kept.set(path, value)
    this.note(path, reason)
  }

  has(path: string): boolean {
    return this.kept.has(path)
  }

  get unmapped(): Readonly<Record<string, PlainValue>> {
    return Object.fromEntries(this.kept)
  }

  get notes(): readonly MapNote[] {
    return [...this.noted.values()]
  }
}
