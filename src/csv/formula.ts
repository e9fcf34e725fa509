/** What spreadsheets take for the beginning of a formula, after any number of apostrophes of ours. */
const FORMULA = /^'*[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/

/** A cell that a spreadsheet takes for text: what looks like a formula, or was defused already, gets an apostrophe in front. */
export const defuse = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell)

/** The cell as it was before {@link defuse}. */
export const restore = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
