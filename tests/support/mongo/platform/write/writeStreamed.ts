import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

const BATCH = 256 * 1024

/** Writes a file piece by piece, so that it may be larger than what fits into memory. Compressed, its name ends with `.gz`. */
export async function writeStreamed(
  path: string,
  pieces: Iterable<Buffer | string>,
  { gzip = false, suffix = gzip ? '.gz' : '' }: { gzip?: boolean; suffix?: string } = {},
): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const source = Readable.from(batches(pieces), { objectMode: false })
  const file = createWriteStream(path + suffix)
  if (gzip) await pipeline(source, createGzip(), file)
  else await pipeline(source, file)
}

/** A million small pieces would be a million turns of the event loop. */
function* batches(pieces: Iterable<Buffer | string>): Generator<Buffer> {
  let batch: Buffer[] = []
  let size = 0
  for (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    batch.push(bytes)
    size += bytes.length
    if (size < BATCH) continue
    yield Buffer.concat(batch)
    batch = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(batch)
}
