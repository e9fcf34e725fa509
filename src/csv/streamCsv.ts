import { stringify } from 'csv-stringify'
import { Readable } from 'node:stream'

import { CSV_OPTIONS } from './writeCsv'

/**
 * As {@link writeCsv}, for a table that is written while it is read: never more of it is in memory than one piece of `rows`.
 */
export function streamCsv(
  columns: readonly string[],
  rows: AsyncIterable<readonly string[]>,
): ReadableStream<Uint8Array> {
  const table = stringify(CSV_OPTIONS)
  const records = async function* () {
    yield [...columns]
    for await (const row of rows) yield [...row]
  }
  const source = Readable.from(records())
  source.on('error', (error) => table.destroy(error))
  return Readable.toWeb(source.pipe(table)) as ReadableStream<Uint8Array>
}
