import { type BsonValue } from '../bson/BsonValue'
import { idText } from '../bson/idText'
import { type PreparedDocument } from '../write/PreparedItem'
import { nameOf } from '../write/Stage'
import { storedId } from '../write/writeDocuments'
import { BoundedList } from './BoundedList'
import {
  type CollectionCounts,
  type Difference,
  type DifferenceKind,
  type Finding,
} from './Verification'

/** Whose a document is when nobody knows. */
export const NOBODY = '-'

export const oldIdOf = (id: BsonValue | undefined): string => (id ? storedId(idText(id)) : '')

/** Where a document of the source is, in words of the source. */
export interface Origin {
  readonly collection: string
  readonly tenant: string
  readonly id: string
}

export const originOf = ({ item }: PreparedDocument, tenant: string | undefined): Origin => ({
  collection: nameOf(item.collection),
  tenant: tenant ?? NOBODY,
  id: oldIdOf(item.document.get('_id')),
})

/** Everything that a comparison finds: counts of all, and the first of each list. */
export class VerifyLog {
  readonly changedHere: BoundedList
  readonly dangling: BoundedList
  readonly drafts: BoundedList
  readonly disappeared: BoundedList
  readonly byKind: Partial<Record<DifferenceKind, number>> = {}
  readonly first: Difference[] = []
  readonly notes: string[] = []
  references = 0
  private readonly counts = new Map<string, CollectionCounts>()

  constructor(private readonly most: number) {
    this.changedHere = new BoundedList(most)
    this.dangling = new BoundedList(most)
    this.drafts = new BoundedList(most)
    this.disappeared = new BoundedList(most)
  }

  find({ collection, tenant }: Omit<Origin, 'id'>, finding: Finding): void {
    const key = JSON.stringify([collection, tenant])
    let counts = this.counts.get(key)
    if (!counts) {
      counts = { collection, tenant, source: 0, findings: {} }
      this.counts.set(key, counts)
    }
    counts.source += 1
    counts.findings[finding] = (counts.findings[finding] ?? 0) + 1
  }

  differ(
    kind: DifferenceKind,
    origin: Origin,
    { path = '$', expected = '', found = '' }: Partial<Omit<Difference, 'kind'>> = {},
  ): void {
    this.byKind[kind] = (this.byKind[kind] ?? 0) + 1
    if (this.first.length < this.most) this.first.push({ kind, ...origin, path, expected, found })
  }

  get differences(): number {
    return Object.values(this.byKind).reduce((sum, count) => sum + count, 0)
  }

  collections(): CollectionCounts[] {
    const name = ({ collection, tenant }: CollectionCounts) => `${collection}\0${tenant}`
    return [...this.counts.values()].sort((a, b) => (name(a) < name(b) ? -1 : 1))
  }
}
