import { BsonError } from '../bson/BsonError'
import { MAX_JSON_BYTES } from '../bson/bsonLimits'
import { decodeText } from '../bson/bsonText'
import { readExtendedJson } from '../bson/readExtendedJson'
import { behind } from './buildItems'
import { ByteReader } from './ByteReader'
import { JsonFrameReader, type JsonFrame } from './JsonFrameReader'
import { openBytes } from './openBytes'
import { readHead } from './readHead'
import {
  type ReadOptions,
  type SourceCollection,
  type SourceItem,
  type SourceStream,
} from './Source'
import { SourceError } from './SourceError'

/** Reads a file of mongoexport: a document a line, documents over many lines (`--pretty`), or one list of them (`--jsonArray`). */
export async function* readJsonStream(
  stream: SourceStream,
  collection: SourceCollection,
  { from, onBytes }: ReadOptions,
): AsyncGenerator<SourceItem> {
  const { file, gzip, path } = stream
  const layout = await findJsonLayout(stream)
  const start = from?.offset ?? 0
  const source = await openBytes(path, { gzip, file, from: start })
  try {
    const frames = new JsonFrameReader(new ByteReader(source, start, onBytes), file, layout)
    let number = from?.number ?? 0
    for (let frame = await frames.next(); frame; frame = await frames.next()) {
      number += 1
      yield buildItem(frame, collection, { file, number })
    }
  } finally {
    await source.close()
  }
}

export type JsonLayout = 'lines' | 'documents' | 'list'

const BOM = Buffer.of(0xef, 0xbb, 0xbf)
const HEAD = 64 * 1024

/** How the documents are set, which the first line shows. */
export async function findJsonLayout(stream: SourceStream): Promise<JsonLayout> {
  const head = await readHead(stream, HEAD)
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff))
    throw new SourceError(
      'json',
      stream.file,
      0,
      'the file is in UTF-16, as PowerShell writes with “>”: use `mongoexport --out`',
    )
  const text = head.toString('utf8', head.indexOf(BOM) === 0 ? BOM.length : 0).trimStart()
  if (text.startsWith('[')) return 'list'
  // Both mongoexport and other tools that indent leave the brace alone on its line.
  return /^\{[ \t]*\r?\n/.test(text) ? 'documents' : 'lines'
}

function buildItem(
  { bytes, isCut = false, length, offset, problem }: JsonFrame,
  collection: SourceCollection,
  { file, number }: { file: string; number: number },
): SourceItem {
  const place = { file, offset, length, number }
  const next = behind(place)
  const broken = (reason: string, at: number): SourceItem => ({
    kind: 'broken',
    collection,
    place,
    next,
    reason,
    at,
    raw: Uint8Array.from(bytes),
  })
  if (problem !== undefined) return broken(problem, offset)
  if (length > MAX_JSON_BYTES) return broken(`longer than ${MAX_JSON_BYTES} bytes`, offset)
  const text = decodeText(bytes, 0, bytes.length)
  try {
    return { kind: 'document', collection, place, next, document: readExtendedJson(text) }
  } catch (error) {
    if (!(error instanceof BsonError)) throw error
    if (isCut && text.startsWith('{') && (error.offset >= text.length || !text.endsWith('}')))
      throw new SourceError('truncated', file, offset, 'the file ends in the middle of this line')
    return broken(error.reason, offset + Buffer.byteLength(text.slice(0, error.offset)))
  }
}
