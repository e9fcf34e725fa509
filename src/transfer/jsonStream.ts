import { Readable } from 'node:stream'

/** An object with a list in it, which is written while it is read: one entry in memory, and one on a line. */
export function jsonStream(
  head: Readonly<Record<string, unknown>>,
  list: string,
  entries: AsyncIterable<object>,
): ReadableStream<Uint8Array> {
  const pieces = async function* () {
    yield `${JSON.stringify(head).slice(0, -1)},"${list}":[`
    let separator = '\n'
    for await (const entry of entries) {
      yield `${separator}${JSON.stringify(entry)}`
      separator = ',\n'
    }
    yield '\n]}\n'
  }
  return Readable.toWeb(
    Readable.from(pieces(), { objectMode: false }),
  ) as ReadableStream<Uint8Array>
}
