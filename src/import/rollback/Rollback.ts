import type { Payload } from 'payload'

import { type Run } from '../write/runs'
import { type ForeignKeys } from './foreignKeys'

/** A space in which an import wrote. */
export interface AffectedSpace {
  readonly id: string
  readonly slug: string
  /** The collections of which the map of ids has something there. */
  readonly collections: readonly string[]
}

/** What all parts of a roll back share. */
export interface Rollback {
  readonly payload: Payload
  readonly run: Run
  /** Imports that began after it. */
  readonly later: readonly string[]
  /** When it wrote for the last time. */
  readonly end: Date
  /** When the next one began. */
  readonly next: Date | undefined
  readonly keys: ForeignKeys
  readonly force: boolean
  readonly batchSize: number
  /** Where its lists are. */
  readonly folder: string
  readonly signal: AbortSignal | undefined
  readonly onProgress: (done: string) => void
}

/**
 * In SQL: whether a row was made by the import ($1), and was not there before. Later imports ($2) may have written it too. The entry of the map of
 * ids is that of one document; other documents may be in the same row.
 */
export const isMade = (collection: string, row: string): string => `(
  exists (select from import_rows m where m.row_collection = ${collection} and m.row_id = ${row} and m.made_by = $1 and m.row_hash <> '')
  and not exists (select from import_rows o where o.row_collection = ${collection} and o.row_id = ${row}
    and o.made_by <> $1 and not o.made_by = any($2::text[]))
  and not exists (select from import_changes c where c.import = $1 and c.row_collection = ${collection} and c.row_id = ${row}
    and jsonb_typeof(c.before -> 'entries') is distinct from 'array'))`

/** The times of rows stay as they are, whatever references to what is deleted are emptied: by them it is seen who changed what. */
export const KEEP_TIMES = `select set_config('atrium.keep_times', 'on', true)`
