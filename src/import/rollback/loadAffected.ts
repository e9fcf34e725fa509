import { withScopeClient } from '@/db/withScopeClient'

import { ADOPTED } from '../write/adopt'
import { importScope } from '../write/runs'
import { type AffectedSpace, type Rollback } from './Rollback'

/** The spaces in which an import wrote: names, and nothing of what is in them. */
export function loadAffected({ payload, run }: Rollback): Promise<AffectedSpace[]> {
  return withScopeClient(payload, importScope, async (client) => {
    // Everything that ever came in is looked at, once.
    await client.query('set local statement_timeout = 0')
    const { rows } = await client.query<AffectedSpace>(
      `with touched as (
         select tenant_id, row_collection from import_rows
           where made_by = $1 or written_by = $1 or (made_by = $2 and created_at >= $3)
         union select tenant_id, nullif(row_collection, 'documents') from import_changes where import = $1
         union select tenant_id, null from documents where made_by = $1 or written_by = $1)
       select t.id, t.slug, array_remove(array_agg(distinct touched.row_collection::text order by touched.row_collection::text), null) as collections
       from touched join tenants t on t.id = touched.tenant_id group by t.id, t.slug order by t.id`,
      [run.id, ADOPTED, run.created_at],
    )
    return rows
  })
}
