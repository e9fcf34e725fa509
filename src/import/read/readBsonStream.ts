import { buildItems } from './buildItems'
import { ByteReader } from './ByteReader'
import { FrameReader } from './FrameReader'
import { openBytes } from './openBytes'
import {
  type ReadOptions,
  type SourceCollection,
  type SourceItem,
  type SourceStream,
} from './Source'

/** Reads a file of one collection, as mongodump writes them: documents, one behind the other. */
export async function* readBsonStream(
  stream: SourceStream,
  collection: SourceCollection,
  { from, onBytes }: ReadOptions,
): AsyncGenerator<SourceItem> {
  const { file, gzip, path } = stream
  const start = from?.offset ?? 0
  const source = await openBytes(path, { gzip, file, from: start })
  try {
    const frames = new FrameReader(new ByteReader(source, start, onBytes), file, false)
    let number = from?.number ?? 0
    let part = from?.part ?? 0
    while (frames.isReady() || (await frames.load())) {
      const { offset, bytes } = frames.take()
      if (!bytes) continue
      number += 1
      const place = { file, offset, length: bytes.length, number }
      yield* buildItems({ collection, place, bytes, part })
      part = 0
    }
  } finally {
    await source.close()
  }
}
