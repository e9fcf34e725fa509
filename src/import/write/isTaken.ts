import type { PoolClient } from 'pg'

import { type Placed } from './Placed'
import { storedName } from './writeDocuments'

/** Why a second tenant of a name stays out, each time that it comes. */
export const refuseTaken = 'another document of the collection has this slug, and is that space'

/**
 * Whether the space with the slug of a tenant is what another document of the same collection became. One that was made here, or by another
 * platform, is not taken: the tenant is that space.
 */
export async function isTaken(client: PoolClient, placed: Placed): Promise<boolean> {
  const { item, mapped } = placed.document
  const { rowCount } = await client.query(
    `select from import_rows r join tenants t on t.id = r.tenant_id
     where t.slug = $1 and r.row_collection = 'tenants' and r.row_hash <> '' and r.id <> $2
       and r.source_collection = $3 and coalesce(r.source_database, '') = $4 limit 1`,
    [
      typeof mapped.values.slug === 'string' ? mapped.values.slug : null,
      placed.id,
      storedName(item.collection.name),
      storedName(item.collection.database),
    ],
  )
  return rowCount !== 0
}
