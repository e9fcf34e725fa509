import { Crc64 } from './crc64'
import { BUCKETS } from './serverInternals'
import { type SourceCollection } from './Source'

/** A collection as the beginning of an archive announces it. */
export interface Announced {
  readonly database: string
  readonly name: string
  /** The text of its metadata.json. */
  readonly metadata: string
  readonly type: string
  readonly size: number
}

export const namespaceOf = (database: string, collection: string): string =>
  `${database}.${collection}`

export interface Namespace {
  readonly collection: SourceCollection | undefined
  readonly checksum: Crc64
  number: number
  hasEnded: boolean
}

/** What has been seen of the collections in an archive. */
export class ArchiveNamespaces {
  private readonly seen = new Map<string, Namespace>()
  private readonly collections: ReadonlyMap<string, SourceCollection>
  /** Those whose end must come. A view has no documents, and in some archives no end either. */
  private readonly awaited: ReadonlySet<string>
  private readonly announced: ReadonlySet<string>

  constructor(announced: readonly Announced[], collections: readonly SourceCollection[]) {
    this.collections = new Map(
      collections.flatMap((collection) => {
        const { database, name } = collection
        return [
          [namespaceOf(database, name), collection] as const,
          ...(collection.kind === 'timeseries'
            ? [[namespaceOf(database, BUCKETS + name), collection] as const]
            : []),
        ]
      }),
    )
    const names = announced.map(({ database, name }) => namespaceOf(database, name))
    this.announced = new Set(names.flatMap((name) => [name, bucketsOf(name)]))
    this.awaited = new Set(
      announced
        .filter(({ type }) => type !== 'view')
        .map(({ database, name }) => namespaceOf(database, name)),
    )
  }

  /** Undefined when the archive did not announce it. */
  get(database: string, name: string): Namespace | undefined {
    const key = namespaceOf(database, name)
    const known = this.seen.get(key)
    if (known || !this.announced.has(key)) return known
    const collection = this.collections.get(key)
    const namespace = { collection, checksum: new Crc64(), number: 0, hasEnded: false }
    this.seen.set(key, namespace)
    return namespace
  }

  /** Those that were begun or announced, and have not ended. */
  unfinished(): string[] {
    const ended = (key: string): boolean => this.seen.get(key)?.hasEnded ?? false
    const missing = [...this.awaited].filter((key) => !ended(key) && !ended(bucketsOf(key)))
    const open = [...this.seen].filter(([, { hasEnded }]) => !hasEnded).map(([key]) => key)
    return [...new Set([...open, ...missing])]
  }
}

/** `db.name` → `db.system.buckets.name` */
const bucketsOf = (key: string): string => key.replace('.', `.${BUCKETS}`)
