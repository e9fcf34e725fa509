import { readCsv, type CsvRow } from '@/csv/readCsv'
import { AtriumError } from '@/errors'
import type { Format } from '@/transfer/importFile'
import { entriesIn, hasUnstorable, readJson } from '@/transfer/readJson'

import type { Column } from './planImport'

export const MAX_BYTES = 1_048_576
/** More than a site that moves has addresses; and imported within seconds. */
const MAX_ROWS = 10_000

/** The redirects of a file. Entries of JSON are counted as lines are, from one. */
export function readRows(bytes: Uint8Array, format: Format): CsvRow<Column>[] {
  if (format === 'csv') {
    return readCsv(bytes, {
      columns: ['from', 'to', 'type'],
      required: ['from', 'to'],
      maxBytes: MAX_BYTES,
      maxRows: MAX_ROWS,
    })
  }
  const file = readJson(bytes)
  if (hasUnstorable(file)) {
    throw new AtriumError('VALIDATION_FAILED', {
      message: 'The file has a character that cannot be stored.',
    })
  }
  return entriesIn(file, 'redirects', MAX_ROWS).map((entry, index) => ({
    line: index + 1,
    values: { from: textAt(entry, 'from'), to: textAt(entry, 'to'), type: textAt(entry, 'type') },
  }))
}

/** What is no text is none, and the row is rejected as one without it. */
const textAt = (entry: unknown, key: Column): string => {
  const value: unknown =
    typeof entry === 'object' && entry !== null ? Reflect.get(entry, key) : undefined
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
