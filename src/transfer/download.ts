import type { PayloadRequest } from 'payload'

import { AtriumError } from '@/errors'

import type { Format } from './importFile'

/** The format that an export was asked for in. @throws AtriumError BAD_REQUEST for another one. */
export function readFormat({ searchParams }: PayloadRequest, usual: Format = 'json'): Format {
  const format = searchParams?.get('format') ?? usual
  if (format === 'csv' || format === 'json') return format
  throw new AtriumError('BAD_REQUEST', { message: 'The format is csv or json.' })
}

/** A file to be saved, with the day in its name. */
export const download = (
  name: string,
  format: Format,
  body: ReadableStream<Uint8Array> | string,
): Response =>
  new Response(body, {
    headers: {
      'Content-Type': `${format === 'csv' ? 'text/csv' : 'application/json'}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${name}-${new Date().toISOString().slice(0, 10)}.${format}"`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
