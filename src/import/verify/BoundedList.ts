import { type Remark, type RemarkList } from './Verification'

/** Counts everything, and keeps the first. */
export class BoundedList {
  private count = 0
  private readonly counts = new Map<string, number>()
  private readonly first: Remark[] = []

  constructor(private readonly most: number) {}

  add(remark: Remark): void {
    this.count += 1
    this.counts.set(remark.collection, (this.counts.get(remark.collection) ?? 0) + 1)
    if (this.first.length < this.most) this.first.push(remark)
  }

  list(): RemarkList {
    return {
      count: this.count,
      counts: [...this.counts].map(([name, count]) => ({ name, count })),
      first: this.first,
    }
  }
}
