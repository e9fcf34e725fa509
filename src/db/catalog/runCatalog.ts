import type { ClientBase, Pool } from 'pg'

import type { TableClass } from '@/db/rls/classifyTables'

import {
  DEFERRED_TRIGGERS,
  FOREIGN_KEYS,
  GUARDED_TABLES,
  IDENTITY_RIGHTS,
  UNIQUE_INDEXES,
} from './allowed'
import type { CatalogCheck } from './CatalogCheck'
import { catalogChecks } from './catalogChecks'
import { CATALOG_RELATIONS } from './catalogRelations'

export interface CatalogResult {
  readonly check: CatalogCheck
  readonly offenders: readonly string[]
}

/**
 * Asks the catalogs of a database everything that isolation depends on. It may be asked as any role.
 *
 * @param classes what the config says each table is, from `tableClasses(adapter)`.
 */
export async function runCatalog(
  client: ClientBase | Pool,
  classes: Iterable<Pick<TableClass, 'table' | 'kind' | 'part'>>,
): Promise<CatalogResult[]> {
  const input = JSON.stringify({
    tables: [...classes].map(({ table, kind, part }) => ({ table, kind, part })),
    identityRights: IDENTITY_RIGHTS,
    foreignKeys: FOREIGN_KEYS,
    guardedTables: GUARDED_TABLES,
    uniqueIndexes: UNIQUE_INDEXES,
    deferredTriggers: DEFERRED_TRIGGERS,
  })
  const results: CatalogResult[] = []
  for (const check of catalogChecks) {
    const { rows } = await client.query<{ offender: string }>(
      `${CATALOG_RELATIONS} select distinct offender from (${check.sql}) as found order by offender`,
      [input],
    )
    results.push({ check, offenders: rows.map(({ offender }) => offender) })
  }
  return results
}
