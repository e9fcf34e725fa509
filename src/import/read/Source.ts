import { type BsonDocument } from '../bson/BsonValue'
import { type CollectionMetadata } from './readMetadata'

/** Everything that was found at a path. */
export interface Source {
  readonly root: string
  readonly layout: 'dump' | 'archive' | 'export' | 'mixed' | 'rejects'
  /** Files to read, each from its beginning to its end. */
  readonly streams: readonly SourceStream[]
  /** What they hold, and views, which hold nothing. */
  readonly collections: readonly SourceCollection[]
  /** What is there and is not read. */
  readonly skipped: readonly SkippedPart[]
  /** What somebody who imports should know. */
  readonly notes: readonly string[]
  /** What the dump says about its server. */
  readonly serverVersion: string | undefined
}

/** `rejects`: documents that an import could not take, each in a line that says of which collection it is. */
export type SourceFormat = 'bson' | 'archive' | 'json' | 'rejects'

export interface SourceStream {
  /** As it is named in places and checkpoints: relative to the root, with slashes. */
  readonly file: string
  readonly path: string
  readonly format: SourceFormat
  readonly gzip: boolean
  /** Bytes on the disk. */
  readonly size: number
  /** One for a file of a collection, all of them for an archive. */
  readonly collections: readonly SourceCollection[]
  /** The documents of a collection of another stream, which come as those of this one's only collection. */
  readonly copyOf?: {
    readonly stream: SourceStream
    readonly collection: SourceCollection
    /** The field that is the `_id` of the copies. */
    readonly id: string
  }
}

export interface SourceCollection {
  readonly database: string
  readonly name: string
  readonly kind: 'collection' | 'view' | 'timeseries'
  readonly format: SourceFormat
  /** The file with its documents; of a view, with its description. */
  readonly path: string
  /** Bytes on the disk; in an archive what its prelude says, which is nothing in most. */
  readonly size: number
  readonly metadata: CollectionMetadata | undefined
}

export interface SkippedPart {
  /** A namespace or a file. */
  readonly name: string
  readonly reason: string
}

/** Where a document is. */
export interface SourcePlace {
  readonly file: string
  /** Its first byte, in what was compressed for compressed files. */
  readonly offset: number
  readonly length: number
  /** Counted from 1 in its collection and file. */
  readonly number: number
  /** Which measurement, of a document that holds many. */
  readonly part?: number
}

/** Where to go on: hand it to `readStream` again. */
export interface SourceCheckpoint {
  readonly offset: number
  /** How many documents came before it. */
  readonly number: number
  /** How many measurements of the document at `offset` were read. */
  readonly part: number
}

interface ReadItem {
  readonly collection: SourceCollection
  readonly place: SourcePlace
  /** The checkpoint behind it. */
  readonly next: SourceCheckpoint
}

export interface DocumentItem extends ReadItem {
  readonly kind: 'document'
  readonly document: BsonDocument
}

/** What has a beginning and an end, and cannot be read in between. */
export interface BrokenItem extends ReadItem {
  readonly kind: 'broken'
  readonly reason: string
  /** The byte at which it is wrong. */
  readonly at: number
  /** Its bytes; empty when it is too large to be held. */
  readonly raw: Uint8Array
}

export type SourceItem = DocumentItem | BrokenItem

export interface ReadOptions {
  readonly from?: SourceCheckpoint | undefined
  /** Told how many bytes of the file have been taken, now and then. */
  readonly onBytes?: ((bytes: number) => void) | undefined
}
