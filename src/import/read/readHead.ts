import { ByteReader } from './ByteReader'
import { openBytes } from './openBytes'
import { SourceError } from './SourceError'

/** The first bytes of a file, as many as there are. A file that is damaged further on has them too. */
export async function readHead(
  file: { readonly path: string; readonly gzip: boolean; readonly file?: string },
  bytes: number,
): Promise<Buffer> {
  const source = await openBytes(file.path, file)
  const reader = new ByteReader(source, 0)
  try {
    await reader.fill(bytes)
  } catch (error) {
    if (!(error instanceof SourceError) || reader.available === 0) throw error
  } finally {
    await source.close()
  }
  return Buffer.from(reader.view(Math.min(bytes, reader.available)))
}
