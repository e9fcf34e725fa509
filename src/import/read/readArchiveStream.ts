import { BsonError } from '../bson/BsonError'
import { type BsonDocument } from '../bson/BsonValue'
import { readBson } from '../bson/readBson'
import { ArchiveNamespaces, namespaceOf, type Announced, type Namespace } from './ArchiveNamespaces'
import { buildItems } from './buildItems'
import { ByteReader } from './ByteReader'
import { FrameReader } from './FrameReader'
import { beforeCheckpoint, openBytes } from './openBytes'
import { type ReadOptions, type SourceItem, type SourceStream } from './Source'
import { SourceError } from './SourceError'

/** The first four bytes of an archive. */
export const ARCHIVE_MAGIC = 0x8199e26d

/** The metadata of tens of thousands of collections; all of it is held. */
const MAX_PRELUDE_BYTES = 64 * 1024 * 1024

export interface ArchivePrelude {
  readonly serverVersion: string | undefined
  readonly announced: readonly Announced[]
}

/** Reads the beginning of an archive: which collections are in it. */
export async function readArchivePrelude(
  stream: Pick<SourceStream, 'file' | 'gzip' | 'path'>,
): Promise<ArchivePrelude> {
  const { file, gzip, path } = stream
  const source = await openBytes(path, { gzip, file })
  try {
    return await new ArchiveReader(new ByteReader(source, 0), file).prelude()
  } finally {
    await source.close()
  }
}

/**
 * Reads an archive of mongodump in one pass: the documents of its collections in the order of the file, in which they take turns.
 * From a checkpoint, what comes before it is read again without looking into documents, for the checksums and the counts.
 *
 * @throws SourceError when the checksum of a collection is not that of its documents, or when a collection has no end
 */
export async function* readArchiveStream(
  stream: SourceStream,
  { from, onBytes }: ReadOptions,
): AsyncGenerator<SourceItem> {
  const { file, gzip, path } = stream
  const source = await openBytes(path, { gzip, file })
  try {
    const archive = new ArchiveReader(new ByteReader(source, 0, onBytes), file)
    const { announced } = await archive.prelude()
    yield* archive.items(new ArchiveNamespaces(announced, stream.collections), from)
  } finally {
    await source.close()
  }
}

class ArchiveReader {
  private readonly frames: FrameReader

  constructor(
    private readonly reader: ByteReader,
    private readonly file: string,
  ) {
    this.frames = new FrameReader(reader, file, true)
  }

  /** What comes before the documents: the magic number, a header, and a document for every collection. */
  async prelude(): Promise<ArchivePrelude> {
    if (!(await this.reader.fill(4)))
      this.fail('truncated', 'the file ends before the first document')
    if (this.reader.int32() >>> 0 !== ARCHIVE_MAGIC) this.fail('archive', 'no archive of mongodump')
    this.reader.skip(4)
    const header = await this.header('the header')
    const announced: Announced[] = []
    for (;;) {
      const { document } = await this.nextHeader('the list of collections')
      if (!document) break
      if (this.reader.offset > MAX_PRELUDE_BYTES)
        this.fail('archive', 'its list of collections does not end')
      announced.push({
        database: textOf(document, 'db'),
        name: textOf(document, 'collection'),
        metadata: textOf(document, 'metadata'),
        type: textOf(document, 'type'),
        size: numberOf(document, 'size'),
      })
    }
    return { serverVersion: textOf(header, 'server_version') || undefined, announced }
  }

  /** Block by block: a header that names a collection, its documents, a terminator. */
  async *items(
    namespaces: ArchiveNamespaces,
    from: ReadOptions['from'],
  ): AsyncGenerator<SourceItem> {
    while (this.frames.isReady() || (await this.frames.load())) {
      const offset = this.frames.offset
      const header = await this.header('the header of a block')
      const namespace = namespaces.get(textOf(header, 'db'), textOf(header, 'collection'))
      if (!namespace)
        return this.fail(
          'archive',
          `${nameOf(header)} is not among the collections of the archive`,
          offset,
        )
      if (namespace.hasEnded)
        this.fail('archive', `${nameOf(header)} goes on behind its end`, offset)
      const isEnd = booleanOf(header, 'EOF')
      if (isEnd) this.checkEnd(header, namespace, offset)
      yield* this.block(namespace, isEnd, from)
    }
    if (from && this.reader.offset < from.offset)
      throw beforeCheckpoint(this.file, this.reader.offset, from.offset)
    const unfinished = namespaces.unfinished()
    if (unfinished.length > 0)
      this.fail('truncated', `the archive ends before its collections do: ${unfinished.join(', ')}`)
  }

  private async *block(
    namespace: Namespace,
    isEnd: boolean,
    from: ReadOptions['from'],
  ): AsyncGenerator<SourceItem> {
    const { checksum, collection } = namespace
    const { file } = this
    for (;;) {
      if (!this.frames.isReady()) await this.load('a block')
      const { offset, bytes } = this.frames.take()
      if (!bytes) return
      if (isEnd) this.fail('archive', 'documents behind the end of their collection', offset)
      checksum.update(bytes)
      namespace.number += 1
      if (!collection || (from && offset < from.offset)) continue
      const place = { file, offset, length: bytes.length, number: namespace.number }
      const part = from?.offset === offset ? from.part : 0
      yield* buildItems({ collection, place, bytes, part })
    }
  }

  private checkEnd(header: BsonDocument, namespace: Namespace, offset: number): void {
    namespace.hasEnded = true
    const said = header.get('CRC')
    const found = namespace.checksum.digest()
    if (said?.type !== 'long' || said.value !== found)
      this.fail(
        'checksum',
        `the documents of ${nameOf(header)} do not have the checksum that is given here`,
        offset,
      )
  }

  private async header(what: string): Promise<BsonDocument> {
    const { document, offset } = await this.nextHeader(what)
    return document ?? this.fail('archive', `${what} is missing`, offset)
  }

  private async nextHeader(
    what: string,
  ): Promise<{ document: BsonDocument | undefined; offset: number }> {
    if (!this.frames.isReady()) await this.load(what)
    const { offset, bytes } = this.frames.take()
    try {
      return { document: bytes && readBson(bytes), offset }
    } catch (error) {
      if (!(error instanceof BsonError)) throw error
      return this.fail('archive', `${what} cannot be read: ${error.reason}`, offset + error.offset)
    }
  }

  private async load(what: string): Promise<void> {
    if (!(await this.frames.load()))
      this.fail('truncated', `the file ends in the middle of ${what}`)
  }

  private fail(
    problem: SourceError['problem'],
    reason: string,
    offset = this.reader.offset,
  ): never {
    throw new SourceError(problem, this.file, offset, reason)
  }
}

const nameOf = (header: BsonDocument): string =>
  namespaceOf(textOf(header, 'db'), textOf(header, 'collection'))

function textOf(document: BsonDocument, key: string): string {
  const value = document.get(key)
  return value?.type === 'string' ? value.value : ''
}

function numberOf(document: BsonDocument, key: string): number {
  const value = document.get(key)
  return value?.type === 'int' || value?.type === 'long' ? Number(value.value) : 0
}

function booleanOf(document: BsonDocument, key: string): boolean {
  const value = document.get(key)
  return value?.type === 'bool' && value.value
}
