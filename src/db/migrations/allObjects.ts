import type { PostgresAdapter } from '@payloadcms/db-postgres'

import { searchObjects } from '@/search/searchObjects'

import { sqlObjects } from './sqlObjects'
import { tableObjects, type DatabaseObject } from './tableObjects'

/** Everything that a migration makes beside drizzle's tables: written by hand, made for each table, and derived from blocks. */
export const allObjects = (
  adapter: PostgresAdapter,
  sqlFolder: string,
): Record<string, DatabaseObject> => ({
  ...sqlObjects(sqlFolder),
  ...tableObjects(adapter),
  ...searchObjects(adapter.payload.config),
})
