import { type ScopesTransaction } from '@/db/inScopes'
import { type Scope } from '@/db/scope'

import { uuidV5 } from '../importedId'
import { type Target } from '../targets/Target'
import { type Placed } from './Placed'
import { type Rows } from './Rows'
import { tableOf } from './rowState'

/** The id of the one row that a space has of a collection: of that which is there, or of the one to be made. */
export async function singleRowOf(
  { inScope }: ScopesTransaction,
  scope: Scope,
  { slug }: Target,
  { id, space }: Placed,
): Promise<string> {
  if (!space) return id
  const { rows } = await inScope(scope, (client) =>
    client.query<{ id: string }>(`select id::text from ${tableOf(slug)} where tenant_id = $1`, [
      space.id,
    ]),
  )
  return rows[0]?.id ?? uuidV5(space.id, slug)
}

/** The states in which imports left a single row; of other rows nobody asks. */
export async function makersOf(
  { scope, target, transaction }: Rows,
  rowId: string,
): Promise<readonly string[] | undefined> {
  if (!target.single) return undefined
  const { rows } = await transaction.inScope(scope, (client) =>
    client.query<{ state: string }>(
      `select row_hash as state from import_rows
       where row_collection = $1 and row_id = $2 and row_hash <> '' and made_by <> 'nobody'`,
      [target.slug, rowId],
    ),
  )
  return rows.map(({ state }) => state)
}
