import type { CollectionSlug } from 'payload'

/** One place where a document is used. */
export interface Usage {
  readonly collection: string
  readonly id: string
  readonly title: string
  /** The field, or the block of a page, in words for people. */
  readonly field: string
  /** Only in a version that visitors do not see. */
  readonly draft: boolean
  readonly trashed: boolean
}

export interface Usages {
  readonly total: number
  /** The first of them. */
  readonly docs: readonly Usage[]
}

/** What is asked about. */
export interface UsedDocument {
  readonly collection: CollectionSlug
  readonly id: string
}
