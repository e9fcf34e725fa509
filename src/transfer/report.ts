/** Where something stands in a file: the line of a table, or the index (from 0) in a list of JSON. */
export type Place = { readonly line: number } | { readonly index: number }

/** What was not taken, and why, in words for people. */
export type Rejected = Place & {
  /** The address, name or id by which whoever wrote the file knows it. */
  readonly what: string
  readonly reason: string
}

export interface ImportReport {
  readonly imported: boolean
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  readonly rejected: readonly Rejected[]
}

export interface ImportOptions {
  /** Only says what would happen. */
  readonly dryRun: boolean
  /** `all`: nothing is imported while a row is rejected; `valid`: the other rows are. */
  readonly mode: 'all' | 'valid'
}

export const placeNumber = (place: Place): number => ('line' in place ? place.line : place.index)

export const inOrder = (rejected: readonly Rejected[]): Rejected[] =>
  [...rejected].sort((a, b) => placeNumber(a) - placeNumber(b))
