import { type RemarkList, type Verification } from '../verify/Verification'
import { type OutcomeName } from '../write/Tally'

export type Outcomes = Readonly<Partial<Record<OutcomeName, number>>>

export interface CollectionReport {
  readonly collection: string
  readonly documents: number
  readonly outcomes: Outcomes
  readonly tenants: readonly { readonly tenant: string; readonly outcomes: Outcomes }[]
}

export interface ReasonCount {
  readonly collection: string
  /** Without the values that are in it. */
  readonly reason: string
  readonly count: number
}

export interface ListedNote {
  readonly collection: string
  readonly id: string
  readonly path: string
  readonly reason: string
  readonly place: string
}

/** Everything that is known of an import. */
export interface Report {
  readonly version: 1
  readonly madeAt: string
  readonly import: {
    readonly id: string
    readonly source: string
    readonly status: string
    readonly createdAt: string
    readonly finishedAt: string | null
    readonly seconds: number | null
    readonly options: Readonly<Record<string, unknown>>
  }
  readonly totals: { readonly documents: number; readonly outcomes: Outcomes }
  readonly collections: readonly CollectionReport[]
  /** What conversions changed. */
  readonly losses: readonly ReasonCount[]
  /** Documents of which a part is kept, as no rule maps it. */
  readonly rests: readonly { readonly collection: string; readonly count: number }[]
  readonly dangling: {
    readonly count: number
    readonly counts: readonly { readonly collection: string; readonly count: number }[]
    readonly first: readonly ListedNote[]
  }
  readonly notes: {
    readonly count: number
    readonly byKind: Readonly<Record<string, number>>
    readonly byReason: readonly (ReasonCount & { readonly kind: string })[]
    readonly first: readonly (ListedNote & { readonly kind: string })[]
    readonly file: string
  }
  readonly rejects: {
    readonly count: number
    readonly byReason: readonly ReasonCount[]
    readonly first: readonly ListedNote[]
    readonly file: string
  }
  /** Null: nobody has looked. */
  readonly disappeared: RemarkList | null
  readonly durations: readonly {
    readonly stage: string
    readonly file: string
    readonly documents: number
    readonly seconds: number
  }[]
  readonly verification: Verification | null
  readonly rollback: { readonly began: string; readonly ended: string | null } | null
  readonly map: string
}
