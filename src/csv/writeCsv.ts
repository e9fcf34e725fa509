import type { Options } from 'csv-stringify'
import { stringify } from 'csv-stringify/sync'

import { defuse } from './formula'

/**
 * A line end of any kind inside of a cell is quoted: the package does so for its own only (6.9). So is what begins or ends with space,
 * which is passed over outside of quotes, and the other separators that {@link readCsv} knows. Formulas are defused here and not by
 * the package (`escape_formulas`): it leaves a cell alone that has an apostrophe already, and nobody could tell which was whose.
 */
export const CSV_OPTIONS = {
  bom: true,
  cast: { string: defuse },
  quoted_match: /[\r\n;\t]|^\s|\s$/,
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
