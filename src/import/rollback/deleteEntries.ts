import { inScopes } from '@/db/inScopes'
import { type Scope } from '@/db/scope'

import { ADOPTED } from '../write/adopt'
import { type Rollback } from './Rollback'

/** Forgets what is left of the import in the map of ids: documents that never came in, and spaces that stood for tenants. */
export async function deleteEntries(
  { next, payload, run }: Rollback,
  scope: Scope,
  tenant: string,
): Promise<void> {
  await inScopes(payload, ({ inScope }) =>
    inScope(scope, async (client) => {
      await client.query('set local statement_timeout = 0')
      await client.query(
        `delete from import_rows where tenant_id = $1 and made_by = $2 and (row_collection <> 'tenants' or row_hash = '')`,
        [tenant, run.id],
      )
      // It was seen and refused: with no hash, it is looked at again.
      await client.query(
        `update import_rows set hash = '', waiting = null, written_by = made_by where tenant_id = $1 and written_by = $2 and made_by <> $2`,
        [tenant, run.id],
      )
      // Imports come one after the other, so the time says whose it was.
      await client.query(
        `delete from import_rows where tenant_id = $1 and made_by = $2 and written_by = $2
           and created_at >= $3 and ($4::timestamptz is null or created_at < $4)`,
        [tenant, ADOPTED, run.created_at, next ?? null],
      )
    }),
  )
}
