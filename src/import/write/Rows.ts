import { type ScopesTransaction } from '@/db/inScopes'
import { type Scope } from '@/db/scope'

import { type AnyTarget, type Target } from '../targets/Target'
import { type BatchLog } from './BatchLog'
import { type ImportContext } from './ImportContext'
import { type RowEntry } from './rowEntries'

/** What the documents of one space in a batch share while they become rows of a collection. */
export interface Rows<To extends AnyTarget = Target> {
  readonly context: ImportContext
  readonly target: To
  readonly transaction: ScopesTransaction
  readonly scope: Scope
  readonly log: BatchLog
  /** What the map of ids knows of the documents of the batch, and of all that they refer to. */
  readonly known: Map<string, RowEntry>
  /** Nothing more will come in: what is missing is missing. */
  readonly final: boolean
  /** Pages of which versions or the page beside them were written, so that the latest is another one. */
  readonly unsettled: Set<string>
}

export interface RowInProgress {
  readonly rowId: string
  readonly before: RowEntry | undefined
  readonly existing: Readonly<Record<string, unknown>> | undefined
  /** References that lead nowhere, so far. */
  readonly missing: string[]
}
