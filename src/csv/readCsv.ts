import { CsvError, parse } from 'csv-parse/sync'

import { AtriumError } from '@/errors'

import { restore } from './formula'

export interface CsvRow<Column extends string> {
  /** Where the row ends in the file, as an editor counts lines. */
  readonly line: number
  readonly values: Readonly<Partial<Record<Column, string>>>
}

export interface CsvShape<Column extends string> {
  readonly columns: readonly Column[]
  readonly required: readonly Column[]
  readonly maxBytes: number
  readonly maxRows: number
}

const refuse = (message: string): never => {
  throw new AtriumError('VALIDATION_FAILED', { message })
}

/**
 * Reads a table that somebody saved as CSV: with or without a byte order mark, with commas, semicolons or tabs, and any end of
 * line. Its first line names the columns, in any order; other columns are passed over. Cells that were defused when they were written
 * are as before.
 *
 * @throws AtriumError TOO_LARGE, or VALIDATION_FAILED with what is wrong with the file.
 */
export function readCsv<Column extends string>(
  bytes: Uint8Array,
  { columns, required, maxBytes, maxRows }: CsvShape<Column>,
): CsvRow<Column>[] {
  if (bytes.byteLength > maxBytes) {
    throw new AtriumError('TOO_LARGE', {
      message: `The file may have up to ${Math.floor(maxBytes / 1024)} kB.`,
    })
  }
  // One more than the names and the rows that are allowed, to see that there are too many.
  const [head, ...records] = parseRecords(decode(bytes), maxRows + 2)
  const names = head?.record.map((name) => name.trim().toLowerCase()) ?? []
  const missing = required.filter((column) => !names.includes(column.toLowerCase()))
  if (missing.length > 0)
    refuse(
      `The first line must name the columns: ${columns.join(',')}. Missing: ${missing.join(', ')}.`,
    )
  if (records.length > maxRows) {
    throw new AtriumError('TOO_LARGE', {
      message: `The file may have up to ${maxRows.toLocaleString('en')} rows.`,
    })
  }
  return records.map(({ record, line }) => {
    const values: Partial<Record<Column, string>> = {}
    for (const column of columns) {
      const value = record[names.indexOf(column.toLowerCase())]
      if (value !== undefined) values[column] = restore(value)
    }
    return { line, values }
  })
}

/** Excel writes UTF-16 as “Unicode text”. Older encodings look alike: guessing would import wrong letters. */
function decode(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  try {
    const text = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes)
    if (!text.includes('\u0000')) return text
  } catch {
    // Said below.
  }
  return refuse('The file is not text in UTF-8. Save it as “CSV UTF-8” and try again.')
}

/** What separates the names of the columns separates the rest. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split(/[\r\n]/, 1)
  const counted = [',', ';', '\t'].map((mark) => [mark, head.split(mark).length] as const)
  return counted.reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

interface ParsedRecord {
  readonly record: string[]
  readonly line: number
}

function parseRecords(text: string, to: number): ParsedRecord[] {
  try {
    const found: unknown = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      max_record_size: 20_000,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      to,
      trim: true,
    })
    return Array.isArray(found) ? found.flatMap(readRecord) : []
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refuse(`Line ${String(error.lines)}: ${REASONS[error.code] ?? 'this cannot be read.'}`)
  }
}

const REASONS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is opened and never closed.',
  CSV_INVALID_CLOSING_QUOTE: 'something follows a closing quotation mark.',
  INVALID_OPENING_QUOTE: 'a quotation mark inside of a value must be doubled.',
  CSV_MAX_RECORD_SIZE: 'the line is too long.',
}

function readRecord(found: unknown): ParsedRecord[] {
  if (typeof found !== 'object' || found === null) return []
  const record: unknown = Reflect.get(found, 'record')
  const info: unknown = Reflect.get(found, 'info')
  const line: unknown =
    typeof info === 'object' && info !== null ? Reflect.get(info, 'lines') : undefined
  return Array.isArray(record)
    ? [{ record: record.map(String), line: typeof line === 'number' ? line : 0 }]
    : []
}
