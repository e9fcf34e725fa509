import { type BsonDocument } from '@/import/bson/BsonValue'

import { type MongoCollection } from '../mongoDump'
import { type PlatformFacts } from './facts'

export type PlatformShape = 'payload' | 'payload-single' | 'tenant-app'

export interface PlatformOptions {
  readonly shape: PlatformShape
  readonly seed?: number
  /** How many tenants. `payload-single` has one, and does not say so. */
  readonly tenants?: number
  /** Pages, leads and bookings of each tenant, beside those that are always there. A million takes no more memory than ten. */
  readonly documentsPerCollection?: number
  /** Small documents in a collection of their own, `events`, of all tenants together. */
  readonly bulk?: number
  /**
   * What an import must refuse or mend: duplicates, missing fields, references to nothing or to another tenant, hostile markup, files
   * that are missing or not what they say. Left out, there are some.
   */
  readonly faults?: boolean
  /** Collections `edge_*`, with every value that BSON can hold. */
  readonly edges?: boolean
  /** A document of nearly 16 MiB among the edges. */
  readonly huge?: boolean
  /** Of `tenant-app`: which field of a tenant the others name it by. */
  readonly tenantKey?: '_id' | 'slug'
  /** Of `tenant-app`: which field of a block says what it is. */
  readonly blockKey?: 'type' | 'blockType'
}

/** Some documents of a collection that are one tenant's, or nobody's. */
export interface Part {
  /** The slug; null for documents that name none, or one that is not there. */
  readonly tenant: string | null
  readonly count: number
  documents(): Iterable<BsonDocument>
}

/** A collection as a server has it. Its documents are made anew whenever they are asked for, and held nowhere. */
export interface PlatformCollection extends Omit<MongoCollection, 'documents'> {
  readonly parts: readonly Part[]
}

/** A file in the folder of uploads. */
export interface PlatformFile {
  /** Below the folder, with slashes. */
  readonly path: string
  readonly bytes: Buffer
}

/** Everything that a platform on MongoDB has: written as a dump, an archive or an export by the functions beside this file. */
export interface Platform {
  readonly options: Required<PlatformOptions>
  readonly database: string
  readonly collections: readonly PlatformCollection[]
  readonly files: readonly PlatformFile[]
  readonly facts: PlatformFacts
}
