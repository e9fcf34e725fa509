import type { PostgresAdapter } from '@payloadcms/db-postgres'

import { loadAdapter } from '@/db/migrations/loadAdapter'
import type { TableClass } from '@/db/rls/classifyTables'
import { tableClasses } from '@/db/rls/tableClasses'

import { withoutSecrets } from '../../scripts/support/withoutSecrets'

/** What the config says of each table; needs no database. */
export async function loadClasses(): Promise<{
  adapter: PostgresAdapter
  classes: ReadonlyMap<string, TableClass>
}> {
  withoutSecrets()
  const { default: config } = await import('@payload-config')
  const adapter = await loadAdapter(await config)
  return { adapter, classes: tableClasses(adapter) }
}
