import { type CollectionRule, type ImportMap } from './ImportMap'

/** What a collection was taken for. */
export interface RecognisedCollection {
  /** Its name in the map. */
  readonly key: string
  /** In words, for the person who reads the map. */
  readonly why: string
  readonly rules: CollectionRule
}

/** A database that has the form of something known. */
export interface RecognisedDatabase {
  readonly database: string
  /** What it was taken for, in words. */
  readonly shape: string
  readonly evidence: readonly string[]
  readonly collections: readonly RecognisedCollection[]
  /** What nothing is known of: it is kept as documents. */
  readonly unknown: readonly RecognisedCollection[]
}

export interface Recognised {
  readonly databases: readonly RecognisedDatabase[]
  readonly map: ImportMap
}
