import type { PoolClient } from 'pg'

import { byIds } from '../byIds'
import { tableOf } from '../write/rowState'

/** Which of these entries of the map of ids have a row, as far as the scope sees: one of another space is none. */
export async function loadReferred(
  client: PoolClient,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await client.query<{ id: string; row_collection: string; row_id: string }>(
    `${byIds('import_rows', 'id, row_collection, row_id')} where row_hash <> ''`,
    [[...new Set(ids)]],
  )
  const referred = new Set<string>()
  for (const collection of new Set(rows.map((row) => row.row_collection))) {
    const own = rows.filter((row) => row.row_collection === collection)
    const { rows: found } = await client.query<{ id: string }>(
      byIds(tableOf(collection), 'id::text'),
      [own.map((row) => row.row_id)],
    )
    const there = new Set(found.map(({ id }) => id))
    for (const { id, row_id } of own) if (there.has(row_id)) referred.add(id)
  }
  return referred
}
