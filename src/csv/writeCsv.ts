import type { Options } from 'csv-stringify'
import { stringify } from 'csv-stringify/sync'

/** A line end of any kind inside of a cell is quoted: the package does so for its own only (6.9). */
export const CSV_OPTIONS = {
  bom: true,
  escape_formulas: true,
  quoted_match: /[\r\n]/,
  record_delimiter: 'windows',
} as const satisfies Options

/**
 * A table as CSV for spreadsheets: UTF-8 with the mark by which Excel knows it. Cells that a spreadsheet would take for a formula
 * begin with an apostrophe.
 */
export const writeCsv = (
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string => stringify([[...columns], ...rows.map((row) => [...row])], CSV_OPTIONS)
