import { BsonError } from '../bson/BsonError'
import { type Announced } from './ArchiveNamespaces'
import { readArchivePrelude } from './readArchiveStream'
import { readMetadata, type CollectionMetadata } from './readMetadata'
import { BUCKETS, internalReason } from './serverInternals'
import { type SkippedPart, type Source, type SourceCollection } from './Source'

interface ArchiveFile {
  readonly file: string
  readonly path: string
  readonly gzip: boolean
  readonly size: number
}

/** What an archive says it holds. */
export async function findArchive(archive: ArchiveFile): Promise<Source> {
  const { announced, serverVersion } = await readArchivePrelude(archive)
  const collections: SourceCollection[] = []
  const skipped: SkippedPart[] = []
  const notes: string[] = []
  for (const one of announced) {
    const { database, name } = one
    const reason =
      database === '' ? 'the oplog: operations, and no documents' : internalReason(database, name)
    if (reason === undefined) collections.push(describe(archive, one, notes))
    else skipped.push({ name: `${database}.${name}`, reason })
  }
  const stream = { ...archive, format: 'archive' as const, collections }
  return {
    root: archive.path,
    layout: 'archive',
    streams: collections.length > 0 ? [stream] : [],
    collections,
    skipped,
    notes,
    serverVersion,
  }
}

function describe(
  { path }: ArchiveFile,
  { database, metadata: json, name, size, type }: Announced,
  notes: string[],
): SourceCollection {
  const metadata = read(json, `${database}.${name}`, notes)
  const kind = kindOf(type === '' ? metadata?.type : type, metadata)
  const shown = name.startsWith(BUCKETS) ? name.slice(BUCKETS.length) : name
  return { database, name: shown, kind, format: 'archive', path, size, metadata }
}

function read(json: string, key: string, notes: string[]): CollectionMetadata | undefined {
  try {
    return json === '' ? undefined : readMetadata(json)
  } catch (error) {
    if (!(error instanceof BsonError)) throw error
    notes.push(`${key}: its description is left out: ${error.reason}`)
    return undefined
  }
}

function kindOf(
  type: string | undefined,
  metadata: CollectionMetadata | undefined,
): SourceCollection['kind'] {
  if (type === 'view' || metadata?.viewOn !== undefined) return 'view'
  return type === 'timeseries' ? 'timeseries' : 'collection'
}
