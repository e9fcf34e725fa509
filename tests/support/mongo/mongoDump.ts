import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { type BsonDocument } from '@/import/bson/BsonValue'
import { writeBson } from '@/import/bson/writeBson'

/** A collection as a server has it, from which every form of dump and export can be written. */
export interface MongoCollection {
  readonly database: string
  readonly name: string
  readonly documents: readonly BsonDocument[]
  readonly type?: 'view' | 'timeseries'
  readonly options?: Record<string, unknown>
  /** Without it, as old tools did, or when somebody deleted it. */
  readonly hasMetadata?: boolean
}

/** Writes the folder that `mongodump` makes, with `--gzip` or without. */
export async function writeDump(
  folder: string,
  collections: readonly MongoCollection[],
  { gzip = false, serverVersion }: { gzip?: boolean; serverVersion?: string } = {},
): Promise<void> {
  const write = async (path: string, bytes: Buffer | string): Promise<void> => {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, gzip ? `${path}.gz` : path), gzip ? gzipSync(bytes) : bytes)
  }
  if (serverVersion !== undefined)
    await write(
      'prelude.json',
      JSON.stringify({ ServerVersion: serverVersion, ToolVersion: '100.11.0' }),
    )
  for (const collection of collections) {
    const { database, documents, hasMetadata = true, name, type } = collection
    const dataName = type === 'timeseries' ? `system.buckets.${name}` : name
    if (type !== 'view')
      await write(`${database}/${fileName(dataName)}.bson`, Buffer.concat(documents.map(writeBson)))
    if (hasMetadata)
      await write(`${database}/${fileName(name)}.metadata.json`, metadataJson(collection))
  }
}

export const metadataJson = ({ name, options = {}, type }: MongoCollection): string =>
  JSON.stringify({
    options,
    indexes: [{ v: { $numberInt: '2' }, key: { _id: { $numberInt: '1' } }, name: '_id_' }],
    uuid: createHash('md5').update(name).digest('hex'),
    collectionName: name,
    type: type ?? 'collection',
  })

/** As Go's `url.QueryEscape`, and cut as mongodump cuts names that are too long for a file. */
export function fileName(collection: string): string {
  const escaped = encodeURIComponent(collection)
    .replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
  if (escaped.length <= 238) return escaped
  return `${escaped.slice(0, 208)}%24${createHash('sha1').update(collection).digest('base64url')}`
}
