import { type Mapped } from '../map/applyMap'
import { type MapNote } from '../map/MapReport'
import { type BrokenItem, type DocumentItem } from '../read/Source'

/** A document of the source with what the map makes of it: everything that needs no database. */
export interface PreparedDocument {
  readonly kind: 'document'
  readonly item: DocumentItem
  readonly mapped: Mapped
  /** What is kept among the documents, for JSONB: all of one that is not mapped, the rest of one that is. */
  readonly json: string
  /** Whether anything is kept. */
  readonly hasRest: boolean
  /** Of the whole document, see canonicalHash.ts. */
  readonly hash: string
  /** What cannot be written as it is, with its place. */
  readonly losses: readonly MapNote[]
}

export type PreparedItem = PreparedDocument | { readonly kind: 'broken'; readonly item: BrokenItem }
