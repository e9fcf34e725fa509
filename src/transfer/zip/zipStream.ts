import { once } from 'node:events'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { ZipFile } from 'yazl'

/** A file in a ZIP that is being written. */
export interface ZipPart {
  readonly name: string
  readonly stream: Readable
  /** What is a picture or a video already is not made smaller by it. */
  readonly compress: boolean
}

/** A ZIP that is written while it is read: one file is open at a time. */
export function zipStream(parts: AsyncIterable<ZipPart>): ReadableStream<Uint8Array> {
  const zip = new ZipFile()
  const output = new PassThrough()
  let open: Readable | undefined
  const fill = async () => {
    for await (const { name, stream, compress } of parts) {
      open = stream
      const ended = once(stream, 'end')
      zip.addReadStream(stream, name, { compress })
      await ended
    }
    zip.end()
  }
  // Whoever reads it may go away.
  output.once('close', () => open?.destroy(new Error('Nobody reads on')))
  void pipeline(zip.outputStream, output).catch(() => undefined)
  zip.on('error', (error: Error) => output.destroy(error))
  fill().catch((error: unknown) =>
    output.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  return Readable.toWeb(output) as ReadableStream<Uint8Array>
}
