import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'

import { SourceError } from './SourceError'

/** Bytes of a file, one piece after the other. A piece is valid until the next one is asked for. */
export interface ByteSource {
  /** The next piece, or undefined at the end. */
  next(): Promise<Buffer | undefined>
  /** How many bytes of the file on the disk were taken. */
  taken(): number
  close(): Promise<void>
}

const PIECE = 256 * 1024

/** Opens a file at a byte. Of a compressed one that is a byte of what was compressed, and all before it is read and left out. */
export async function openBytes(
  path: string,
  { gzip, from = 0, file = path }: { gzip: boolean; from?: number; file?: string },
): Promise<ByteSource> {
  if (!gzip) return openPlain(path, file, from)
  const source = await openGzip(path, file)
  return from > 0 ? leaveOut(source, from, file) : source
}

const asSourceError = (file: string, offset: number, error: unknown): SourceError =>
  new SourceError('unreadable', file, offset, describe(error), { cause: error })

const describe = (error: unknown): string =>
  error instanceof Error ? error.message : 'it cannot be read'

async function openPlain(path: string, file: string, from: number): Promise<ByteSource> {
  const handle = await open(path).catch((error: unknown) => {
    throw asSourceError(file, from, error)
  })
  const { size } = await handle.stat()
  if (from > size) {
    await handle.close()
    throw beforeCheckpoint(file, size, from)
  }
  const piece = Buffer.allocUnsafe(PIECE)
  let at = from
  return {
    async next() {
      const { bytesRead } = await handle.read(piece, 0, PIECE, at).catch((error: unknown) => {
        throw asSourceError(file, at, error)
      })
      at += bytesRead
      return bytesRead > 0 ? piece.subarray(0, bytesRead) : undefined
    },
    taken: () => at,
    close: () => handle.close(),
  }
}

async function openGzip(path: string, file: string): Promise<ByteSource> {
  const handle = await open(path).catch((error: unknown) => {
    throw asSourceError(file, 0, error)
  })
  const { size } = await handle.stat()
  const compressed = createReadStream(path, { highWaterMark: 64 * 1024 })
  const gunzip = createGunzip({ chunkSize: PIECE })
  let failure: unknown
  let ended = false
  let at = 0
  let wake: (() => void) | undefined
  const notice = (): void => wake?.()
  compressed.on('error', (error) => gunzip.destroy(error)).pipe(gunzip)
  gunzip.on('readable', notice)
  gunzip.on('end', () => {
    ended = true
    notice()
  })
  gunzip.on('error', (error) => {
    failure = error
    notice()
  })

  // Pulled by hand: the stream's own iterator drops what was unpacked before an error, and how much depends on timing.
  const next = async (): Promise<Buffer | undefined> => {
    for (;;) {
      const piece: unknown = gunzip.read()
      if (piece instanceof Buffer) {
        at += piece.length
        return piece
      }
      if (failure !== undefined) throw gzipError(file, at, failure)
      if (ended) break
      await new Promise<void>((resolve) => {
        wake = resolve
      })
      wake = undefined
    }
    if (gunzip.bytesWritten < size)
      throw new SourceError('gzip', file, at, 'something follows the end of the compressed data')
    return undefined
  }
  return {
    next,
    taken: () => gunzip.bytesWritten,
    async close() {
      compressed.destroy()
      gunzip.destroy()
      await handle.close()
    },
  }
}

function gzipError(file: string, offset: number, error: unknown): SourceError {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
  if (code === 'Z_BUF_ERROR')
    return new SourceError('truncated', file, offset, 'the compressed data ends too early', {
      cause: error,
    })
  if (typeof code === 'string' && code.startsWith('Z_'))
    return new SourceError(
      'gzip',
      file,
      offset,
      `the compressed data is damaged: ${describe(error)}`,
      {
        cause: error,
      },
    )
  return asSourceError(file, offset, error)
}

/** It is another file than the one that was read up to there. */
export const beforeCheckpoint = (file: string, size: number, from: number): SourceError =>
  new SourceError(
    'truncated',
    file,
    size,
    `the file ends here, and was read up to byte ${from} before`,
  )

async function leaveOut(source: ByteSource, bytes: number, file: string): Promise<ByteSource> {
  let left = bytes
  let rest: Buffer | undefined
  try {
    while (left > 0) {
      const piece = await source.next()
      if (!piece) throw beforeCheckpoint(file, bytes - left, bytes)
      rest = piece.subarray(Math.min(left, piece.length))
      left -= Math.min(left, piece.length)
    }
  } catch (error) {
    await source.close()
    throw error
  }
  return {
    ...source,
    async next() {
      const first = rest
      rest = undefined
      return first && first.length > 0 ? first : source.next()
    },
  }
}
