import { basename } from 'node:path'

import { MAX_DOCUMENT_BYTES, MIN_DOCUMENT_BYTES } from '../bson/bsonLimits'
import { namedFile } from './collectionOfFile'
import { ARCHIVE_MAGIC } from './readArchiveStream'
import { readHead } from './readHead'
import { type SourceFormat } from './Source'
import { SourceError } from './SourceError'

const GZIP_MAGIC = 0x8b1f
const HEAD = 4096

/** What a file is: by its first bytes, and where they say nothing, by its name. */
export async function sniffFile(
  path: string,
): Promise<{ format: Exclude<SourceFormat, 'rejects'>; gzip: boolean }> {
  const named = namedFile(basename(path))
  const raw = await readHead({ path, gzip: false }, HEAD)
  // The length of a document may look the same, so that the name of a .bson counts.
  const gzip = named?.kind === 'bson' ? named.gzip : isGzip(raw)
  const bytes = gzip ? await readHead({ path, gzip }, HEAD) : raw
  if (bytes.length >= 4 && bytes.readUInt32LE(0) === ARCHIVE_MAGIC)
    return { format: 'archive', gzip }
  if (named?.kind === 'bson') return { format: 'bson', gzip }
  if (named?.kind === 'json' || isJson(bytes)) return { format: 'json', gzip }
  if (isBson(bytes)) return { format: 'bson', gzip }
  throw new SourceError(
    'unknown-format',
    path,
    0,
    'neither a file of mongodump (BSON, archive) nor of mongoexport (JSON)',
  )
}

const isGzip = (bytes: Buffer): boolean => bytes.length >= 2 && bytes.readUInt16LE(0) === GZIP_MAGIC

/** Also in UTF-16, which is refused later, with a word about it. */
const isJson = (bytes: Buffer): boolean =>
  /^(\ufeff)?\s*[[{]/.test(bytes.toString('utf8')) || (bytes[0] === 0xff && bytes[1] === 0xfe)

const isBson = (bytes: Buffer): boolean => {
  const length = bytes.length >= MIN_DOCUMENT_BYTES ? bytes.readInt32LE(0) : 0
  return length >= MIN_DOCUMENT_BYTES && length <= MAX_DOCUMENT_BYTES
}
