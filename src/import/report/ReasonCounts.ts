import { type ReasonCount } from './Report'

/** So many kinds of reasons are told apart; values are left out of them, so there are few. */
const MOST = 500
const OTHER = 'other reasons'

/** A reason without the values in it: the same for all documents that have it. */
export const kindOfReason = (reason: string): string =>
  reason
    .replace(/“[^”]*(?:”|$)/gu, '“…”')
    .replace(/\{.*\}|\{[^}]*$/gu, '…')
    .replace(/\b(?:[0-9a-f]{24}|[0-9a-f]{8}-[0-9a-f-]{27}|\d+)\b/giu, '…')

/** Counts reasons by collection and kind. */
export class ReasonCounts {
  private readonly counts = new Map<string, { collection: string; reason: string; count: number }>()

  add(collection: string, reason: string): void {
    const kind = kindOfReason(reason)
    const key = JSON.stringify([collection, kind])
    const known = this.counts.get(key)
    if (known) known.count += 1
    else if (this.counts.size < MOST) this.counts.set(key, { collection, reason: kind, count: 1 })
    else if (kind !== OTHER) this.add(collection, OTHER)
    else this.counts.set(key, { collection, reason: OTHER, count: 1 })
  }

  /** The most common first. */
  list(): ReasonCount[] {
    return [...this.counts.values()].sort((a, b) => b.count - a.count)
  }
}
