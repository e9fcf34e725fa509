import type { PoolClient } from 'pg'

import { type AnyTarget } from '../targets/Target'
import { type Rows } from './Rows'

/** Keeps a row as it is before the import overwrites it, with its entries in the map of ids: once for each row and import. */
export async function noteChange(
  client: PoolClient,
  { context, target }: Rows<AnyTarget>,
  tenant: string,
  rowId: string,
  existing: Readonly<Record<string, unknown>>,
): Promise<void> {
  await client.query(
    `insert into import_changes (id, tenant_id, import, row_collection, row_id, before)
     select gen_random_uuid(), $1::uuid, $2::text, $3::text, $4::text, jsonb_build_object('row', $5::jsonb, 'entries',
       (select jsonb_agg(to_jsonb(import_rows)) from import_rows where row_collection = $3::text and row_id = $4::text))
     on conflict do nothing`,
    [tenant, context.run.id, target.slug, rowId, JSON.stringify(existing)],
  )
}
