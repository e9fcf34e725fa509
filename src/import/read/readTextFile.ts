import { decodeText } from '../bson/bsonText'
import { ByteReader } from './ByteReader'
import { openBytes } from './openBytes'
import { SourceError } from './SourceError'

/** A description of a collection: its options and up to 64 indexes. */
const MAX_BYTES = 16 * 1024 * 1024

/** The whole text of a small file. */
export async function readTextFile({
  file,
  gzip,
  path,
}: {
  file: string
  gzip: boolean
  path: string
}): Promise<string> {
  const source = await openBytes(path, { gzip, file })
  try {
    const reader = new ByteReader(source, 0)
    if (await reader.fill(MAX_BYTES + 1))
      throw new SourceError('json', file, 0, `longer than ${MAX_BYTES} bytes`)
    return decodeText(reader.view(reader.available), 0, reader.available)
  } finally {
    await source.close()
  }
}
