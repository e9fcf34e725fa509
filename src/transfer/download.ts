import type { PayloadRequest } from 'payload'

import { AtriumError } from '@/errors'

import type { FileFormat } from './importFile'

/** The format that an export was asked for in. @throws AtriumError BAD_REQUEST for another one. */
export function readFormat<Of extends FileFormat>(
  { searchParams }: PayloadRequest,
  formats: readonly Of[],
  usual: Of,
): Of {
  const asked = searchParams?.get('format') ?? usual
  const format = formats.find((one) => one === asked)
  if (format !== undefined) return format
  throw new AtriumError('BAD_REQUEST', { message: `The format is ${formats.join(' or ')}.` })
}

const TYPES: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
}

/** A file to be saved, with the day in its name. */
export const download = (
  name: string,
  format: FileFormat,
  body: ReadableStream<Uint8Array> | string,
): Response =>
  new Response(body, {
    headers: {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename="${name}-${new Date().toISOString().slice(0, 10)}.${format}"`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
