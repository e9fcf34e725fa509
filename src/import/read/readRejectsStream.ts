import { type BsonDocument, type BsonValue } from '../bson/BsonValue'
import { readJsonStream } from './readJsonStream'
import {
  type DocumentItem,
  type ReadOptions,
  type SourceCollection,
  type SourceItem,
  type SourceStream,
} from './Source'

/** Whose a line is that does not say it, or cannot be read. */
export const UNKNOWN: SourceCollection = {
  database: '',
  name: 'unreadable lines',
  kind: 'collection',
  format: 'rejects',
  path: '',
  size: 0,
  metadata: undefined,
}

/**
 * Reads a reject file (src/import/write/lines.ts): each line has a document in it, and says of which collection it is. A line whose document
 * could never be read has only its bytes, and is as broken as it was.
 */
export async function* readRejectsStream(
  stream: SourceStream,
  options: ReadOptions,
): AsyncGenerator<SourceItem> {
  for await (const item of readJsonStream(stream, UNKNOWN, options))
    yield item.kind === 'document' ? unwrapped(item, stream) : item
}

function unwrapped(item: DocumentItem, { collections }: SourceStream): SourceItem {
  const { document: line, next, place } = item
  const [database, name] = [textOf(line.get('database')), textOf(line.get('collection'))]
  const collection = collections.find((one) => one.database === database && one.name === name)
  const document = line.get('document')
  if (collection && document?.type === 'object')
    return { kind: 'document', collection, place, next, document }
  return {
    kind: 'broken',
    collection: collection ?? UNKNOWN,
    place,
    next,
    reason: reasonOf(line, document),
    at: place.offset,
    raw: Buffer.from(textOf(line.get('bytes')) ?? '', 'base64'),
  }
}

function reasonOf(line: BsonDocument, document: BsonValue | undefined): string {
  const before = textOf(line.get('reason'))
  if (document !== undefined) return '“document” is no document'
  return `still unreadable${before === undefined ? ': the line has no “document”' : `: ${before.replace(/^still unreadable: /, '')}`}`
}

const textOf = (value: BsonValue | undefined): string | undefined =>
  value?.type === 'string' ? value.value : undefined

/** Of which collection a line says that it is. */
export function namesIn(line: BsonDocument): { database: string; name: string } | undefined {
  const [database, name] = [textOf(line.get('database')), textOf(line.get('collection'))]
  return database === undefined || name === undefined || name === ''
    ? undefined
    : { database, name }
}
