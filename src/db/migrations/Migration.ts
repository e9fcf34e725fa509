import type { NodePgDatabase } from '@payloadcms/db-postgres/drizzle/node-postgres'

export interface MigrationArgs {
  /** The transaction of this migration, as the schema's owner. */
  readonly db: NodePgDatabase<Record<string, unknown>>
}

/** A file of `src/migrations`. It is generated, may be edited until it is applied anywhere, and then stays as it is. */
export interface MigrationModule {
  /** The migration that this one was made after; null for the first. Two of one parent cannot both be applied. */
  readonly parent: string | null
  readonly up: (args: MigrationArgs) => Promise<void>
  readonly down: (args: MigrationArgs) => Promise<void>
}

export interface Migration extends MigrationModule {
  readonly name: string
  /** SHA-256 of the file, recorded when it is applied. */
  readonly checksum: string
}
