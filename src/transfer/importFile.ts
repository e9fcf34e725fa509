import type { PayloadRequest } from 'payload'

import { receiveFile, tooLarge, type ReceivedFile } from '@/csv/receiveFile'
import { AtriumError } from '@/errors'

import type { ImportOptions, ImportReport } from './report'

export type Format = 'csv' | 'json'
/** With files: what can hold them. */
export type FileFormat = Format | 'zip'

/** What a file is, by its name, else by its kind, else by how it begins. */
export function formatOf({ bytes, name, type }: ReceivedFile): FileFormat {
  // No text begins like this.
  if (/^PK[\x03\x05]/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 4)))) return 'zip'
  if (/\.json$/i.test(name)) return 'json'
  if (/\.(?:csv|tsv|txt)$/i.test(name)) return 'csv'
  if (/json/i.test(type)) return 'json'
  return /^\uFEFF?\s*[{[]/.test(new TextDecoder().decode(bytes.subarray(0, 64))) ? 'json' : 'csv'
}

export interface ImportedFile<In extends FileFormat> {
  readonly bytes: Uint8Array
  readonly format: In
}

/** The file of an import, in one of the formats that have a limit. @throws AtriumError TOO_LARGE, UNSUPPORTED_TYPE, BAD_REQUEST */
export async function receiveImport<In extends FileFormat>(
  req: PayloadRequest,
  maxBytes: Readonly<Record<In, number>>,
): Promise<ImportedFile<In>> {
  const limits = Object.values<number>(maxBytes)
  const file = await receiveFile(req, Math.max(...limits))
  const format = formatOf(file)
  const isOne = (one: FileFormat): one is In => one in maxBytes
  if (!isOne(format))
    throw new AtriumError('UNSUPPORTED_TYPE', { message: 'A ZIP cannot be imported here.' })
  if (file.bytes.byteLength > maxBytes[format]) throw tooLarge(maxBytes[format])
  return { bytes: file.bytes, format }
}

const ANSWERS: Readonly<Record<string, boolean>> = {
  true: true,
  '1': true,
  false: false,
  '0': false,
}

/**
 * How an import was asked for. What cannot be understood is refused: whoever asks for a preview must never get an import.
 *
 * @throws AtriumError BAD_REQUEST.
 */
export function readOptions({ searchParams }: PayloadRequest): ImportOptions {
  const dryRun = ANSWERS[searchParams?.get('dryRun') ?? 'false']
  const mode = searchParams?.get('mode') ?? 'all'
  if (dryRun === undefined || (mode !== 'all' && mode !== 'valid')) {
    throw new AtriumError('BAD_REQUEST', {
      message: '“dryRun” is true or false, and “mode” is all or valid.',
    })
  }
  return { dryRun, mode }
}

/** @throws AtriumError VALIDATION_FAILED with the report, when all rows were asked for and some are rejected. */
export function assertWanted(report: ImportReport, { mode }: ImportOptions): void {
  if (mode === 'valid' || report.rejected.length === 0) return
  throw new AtriumError('VALIDATION_FAILED', {
    message: 'Some rows are not valid, so nothing was imported.',
    details: { ...report, imported: false },
  })
}
