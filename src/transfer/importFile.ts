import type { PayloadRequest } from 'payload'

import { receiveFile, type ReceivedFile } from '@/csv/receiveFile'
import { AtriumError } from '@/errors'

import type { ImportOptions, ImportReport } from './report'

export type Format = 'csv' | 'json'

/** What a file is, by its name, else by its kind, else by how it begins. */
export function formatOf({ bytes, name, type }: ReceivedFile): Format {
  if (/\.json$/i.test(name)) return 'json'
  if (/\.(?:csv|tsv|txt)$/i.test(name)) return 'csv'
  if (/json/i.test(type)) return 'json'
  return /^\uFEFF?\s*[{[]/.test(new TextDecoder().decode(bytes.subarray(0, 64))) ? 'json' : 'csv'
}

/** The file of an import, and its format. */
export async function receiveImport(
  req: PayloadRequest,
  maxBytes: number,
): Promise<{ bytes: Uint8Array; format: Format }> {
  const file = await receiveFile(req, maxBytes)
  return { bytes: file.bytes, format: formatOf(file) }
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
