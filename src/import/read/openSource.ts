import { type Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'

import { BsonDocument } from '../bson/BsonValue'
import { namedFile } from './collectionOfFile'
import { findArchive } from './findArchive'
import { findFiles, type FoundFile } from './findFiles'
import { groupFiles } from './groupFiles'
import { readArchiveStream } from './readArchiveStream'
import { readBsonStream } from './readBsonStream'
import { readJsonStream } from './readJsonStream'
import { readRejectsStream } from './readRejectsStream'
import { BUCKETS } from './serverInternals'
import { sniffFile } from './sniffFile'
import { type ReadOptions, type Source, type SourceItem, type SourceStream } from './Source'
import { SourceError } from './SourceError'

/**
 * Looks at what is at a path: the folder of a dump or of one database, an archive, a file of mongodump, or files of mongoexport. Reads
 * names and descriptions, and no documents.
 *
 * @throws SourceError when nothing there can be read
 */
export async function openSource(path: string): Promise<Source> {
  const root = resolve(path)
  const found = await statOf(root)
  const source = found.isDirectory() ? await openFolder(root) : await openFile(root, found)
  if (source.streams.length === 0 && source.collections.length === 0)
    throw new SourceError('unknown-format', root, 0, describeNothing(source))
  return source
}

/**
 * The documents of a file, in its order.
 *
 * Memory stays at some megabytes above the largest document. What is broken in itself comes as a broken item; where the next document
 * starts cannot be known any more, it ends with a SourceError.
 */
export function readStream(
  stream: SourceStream,
  options: ReadOptions = {},
): AsyncGenerator<SourceItem> {
  const [collection] = stream.collections
  if (stream.copyOf) return readCopy(stream, options)
  if (stream.format === 'archive') return readArchiveStream(stream, options)
  if (stream.format === 'rejects') return readRejectsStream(stream, options)
  if (!collection) throw new TypeError(`${stream.file} is of no collection`)
  return stream.format === 'bson'
    ? readBsonStream(stream, collection, options)
    : readJsonStream(stream, collection, options)
}

/** What is broken is told where the documents themselves are read. */
async function* readCopy(
  { collections: [collection], copyOf }: SourceStream,
  options: ReadOptions,
): AsyncGenerator<SourceItem> {
  if (!collection || !copyOf) return
  for await (const item of readStream(copyOf.stream, options))
    if (item.collection === copyOf.collection && item.kind === 'document')
      yield { ...item, collection, document: withId(item.document, copyOf.id) }
}

/** A document with one of its values for its `_id`; without an `_id` where it has none. */
function withId(document: BsonDocument, field: string): BsonDocument {
  const id = document.get(field)
  const kept = document.keys.flatMap((key, index) => {
    const value = key === '_id' ? id : document.values[index]
    return value ? [{ key, value }] : []
  })
  return new BsonDocument(
    kept.map(({ key }) => key),
    kept.map(({ value }) => value),
  )
}

async function statOf(path: string): Promise<Stats> {
  try {
    return await stat(path)
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it cannot be read'
    throw new SourceError('unreadable', path, 0, reason, { cause: error })
  }
}

const openFolder = async (root: string): Promise<Source> => groupFiles(root, await findFiles(root))

async function openFile(path: string, { size }: Stats): Promise<Source> {
  const { format, gzip } = await sniffFile(path)
  const file = basename(path)
  if (format === 'archive') return findArchive({ file, path, gzip, size })
  const folder = dirname(path)
  const found: FoundFile = { file, path, size, database: basename(folder), format, gzip }
  // Its description is beside it, and of the rest of the folder nothing was asked.
  const { files } = await findFiles(folder, { onlyMetadata: true })
  const own = files.filter((other) => describes(other.file, file))
  return groupFiles(folder, { files: [found, ...own], skipped: [] }, path)
}

function describes(metadata: string, file: string): boolean {
  const [described, base] = [namedFile(metadata)?.base, namedFile(file)?.base]
  return described !== undefined && (base === described || base === BUCKETS + described)
}

const describeNothing = ({ skipped }: Source): string =>
  skipped.length === 0
    ? 'there is neither a dump nor an export here'
    : `nothing here can be imported: ${skipped.map(({ name, reason }) => `${name} (${reason})`).join(', ')}`
