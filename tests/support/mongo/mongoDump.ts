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
  /** Besides that of `_id`. */
  readonly indexes?: readonly MongoIndex[]
  /** Without it, as old tools did, or when somebody deleted it. */
  readonly hasMetadata?: boolean
}

export interface MongoIndex {
  readonly key: Readonly<Record<string, 1 | -1>>
  readonly unique?: boolean
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

export const metadataJson = ({
  indexes = [],
  name,
  options = {},
  type,
}: Omit<MongoCollection, 'documents'>): string =>
  JSON.stringify({
    options,
    indexes: [{ key: { _id: 1 as const } }, ...indexes].map(describeIndex),
    uuid: createHash('md5').update(name).digest('hex'),
    collectionName: name,
    type: type ?? 'collection',
  })

const describeIndex = ({ key, unique }: MongoIndex): object => ({
  v: { $numberInt: '2' },
  ...(unique && { unique }),
  key: Object.fromEntries(
    Object.entries(key).map(([field, direction]) => [field, { $numberInt: String(direction) }]),
  ),
  name: Object.entries(key)
    .map(([field, direction]) => (field === '_id' ? '_id_' : `${field}_${direction}`))
    .join('_'),
})

/** As Go's `url.QueryEscape`, and cut as mongodump cuts names that are too long for a file. */
export function fileName(collection: string): string {
  const escaped = encodeURIComponent(collection)
    .replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
  if (escaped.length <= 238) return escaped
  return `${escaped.slice(0, 208)}%24${createHash('sha1').update(collection).digest('base64url')}`
}
