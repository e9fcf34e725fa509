import { basename } from 'node:path'

import { BsonError } from '../bson/BsonError'
import { readExtendedJson } from '../bson/readExtendedJson'
import { collectionOfFile, isCut, namedFile } from './collectionOfFile'
import { type FoundFile, type FoundFiles } from './findFiles'
import { readMetadata, type CollectionMetadata } from './readMetadata'
import { readTextFile } from './readTextFile'
import { BUCKETS, internalReason } from './serverInternals'
import {
  type SkippedPart,
  type Source,
  type SourceCollection,
  type SourceFormat,
  type SourceStream,
} from './Source'
import { SourceError } from './SourceError'

/**
 * Puts files and descriptions together into collections.
 *
 * @param only the one file that was asked for; descriptions of others are not spoken of then
 */
export async function groupFiles(root: string, found: FoundFiles, only?: string): Promise<Source> {
  const grouping = new Grouping(found.skipped)
  for (const file of found.files) if (file.format === 'metadata') await grouping.describe(file)
  for (const file of found.files) {
    if (file.format !== 'prelude') grouping.add(file)
    // A collection may be called so.
    else if (!(await grouping.readPrelude(file))) grouping.add({ ...file, format: 'json' })
  }
  if (only === undefined) grouping.addDescribed()
  return grouping.source(only ?? root)
}

interface Description {
  readonly file: FoundFile
  readonly metadata: CollectionMetadata
  isUsed: boolean
}

class Grouping {
  private readonly streams = new Map<string, SourceStream>()
  private readonly collections: SourceCollection[] = []
  private readonly skipped: SkippedPart[]
  private readonly notes: string[] = []
  private readonly descriptions = new Map<string, Description>()
  private serverVersion: string | undefined

  constructor(skipped: readonly SkippedPart[]) {
    this.skipped = [...skipped]
  }

  source(root: string): Source {
    const streams = [...this.streams.values()]
    const formats = new Set(streams.map(({ format }) => format))
    return {
      root,
      layout: formats.size > 1 ? 'mixed' : formats.has('json') ? 'export' : 'dump',
      streams,
      collections: this.collections,
      skipped: this.skipped,
      notes: this.notes,
      serverVersion: this.serverVersion,
    }
  }

  async describe(file: FoundFile): Promise<void> {
    try {
      const metadata = readMetadata(await readTextFile(file))
      this.descriptions.set(keyOf(file), { file, metadata, isUsed: false })
    } catch (error) {
      this.notes.push(`${file.file} is left out: ${reasonOf(error)}`)
    }
  }

  /** What mongodump 100.11 and newer write about the server. Answers whether this is it. */
  async readPrelude(file: FoundFile): Promise<boolean> {
    try {
      const version = readExtendedJson(await readTextFile(file)).get('ServerVersion')
      if (version?.type === 'string') this.serverVersion = version.value
      return version?.type === 'string'
    } catch (error) {
      if (error instanceof BsonError || error instanceof SourceError) return false
      throw error
    }
  }

  add(file: FoundFile): void {
    if (file.format === 'metadata' || file.format === 'prelude') return
    const base = baseOf(file)
    const isBuckets = collectionOfFile(base).startsWith(BUCKETS)
    const described =
      this.descriptions.get(keyOf(file)) ??
      (isBuckets
        ? this.descriptions.get(`${file.database}/${base.slice(BUCKETS.length)}`)
        : undefined)
    if (described) described.isUsed = true
    // `mongodump --oplog` writes it beside the databases. A collection that is called so has a description.
    if (base === 'oplog' && file.format === 'bson' && !described && !file.file.includes('/'))
      return this.skip(file.file, 'the oplog: operations, and no documents')
    this.addCollection(file, this.nameOf(file, base, described), isBuckets, described?.metadata)
  }

  private nameOf(file: FoundFile, base: string, described: Description | undefined): string {
    const name = collectionOfFile(base)
    if (!isCut(base)) return name
    const full = described?.metadata.name
    if (full === undefined)
      this.notes.push(`${file.file}: the name was cut off, and no metadata.json has the whole one`)
    return full ?? name
  }

  private addCollection(
    file: FoundFile,
    name: string,
    isBuckets: boolean,
    metadata: CollectionMetadata | undefined,
  ): void {
    const { database } = file
    const reason = internalReason(database, name)
    if (reason !== undefined) return this.skip(`${database}.${name}`, reason)
    const key = `${database}.${name}`
    const other = this.streams.get(key)
    if (other) return this.skip(file.file, `${key} is read from ${other.file}`)
    // Servers since 8.3 keep the buckets under the name of the collection.
    const isTimeseries = isBuckets || metadata?.type === 'timeseries'
    if (isTimeseries && metadata?.timeseries === undefined)
      this.notes.push(`${key}: without its metadata.json, a time series is read bucket by bucket`)
    const collection: SourceCollection = {
      database,
      name: isBuckets && metadata ? name.slice(BUCKETS.length) : name,
      kind: isTimeseries ? 'timeseries' : 'collection',
      format: formatOf(file),
      path: file.path,
      size: file.size,
      metadata,
    }
    this.collections.push(collection)
    this.streams.set(key, {
      file: file.file,
      path: file.path,
      format: formatOf(file),
      gzip: file.gzip,
      size: file.size,
      collections: [collection],
    })
  }

  /** What has a description and no documents: views, and collections that are not in the dump. */
  addDescribed(): void {
    for (const { file, metadata, isUsed } of this.descriptions.values()) {
      if (isUsed) continue
      const { database, path } = file
      const base = baseOf(file)
      const name = isCut(base) ? (metadata.name ?? collectionOfFile(base)) : collectionOfFile(base)
      const reason = internalReason(database, name)
      if (reason !== undefined) this.skip(`${database}.${name}`, reason)
      else if (metadata.type === 'view' || metadata.viewOn !== undefined)
        this.collections.push({
          database,
          name,
          kind: 'view',
          format: 'bson',
          path,
          size: 0,
          metadata,
        })
      else
        this.notes.push(`${database}.${name}: there is a description, and no file with documents`)
    }
  }

  private skip(name: string, reason: string): void {
    this.skipped.push({ name, reason })
  }
}

const formatOf = ({ format }: FoundFile): SourceFormat => (format === 'json' ? 'json' : 'bson')

const baseOf = ({ path }: FoundFile): string => namedFile(basename(path))?.base ?? basename(path)

/** What a file of documents and its description have in common. */
const keyOf = (file: FoundFile): string => `${file.database}/${baseOf(file)}`

const reasonOf = (error: unknown): string => {
  if (error instanceof BsonError || error instanceof SourceError) return error.reason
  throw error
}
