import { withScopeClient } from '@/db/withScopeClient'

import { scopeOfSpace } from '../write/Spaces'
import { type AffectedSpace, isMade, type Rollback } from './Rollback'

type Counts = Record<string, number>

interface CountRow {
  readonly collection: string
  readonly count: number
}

/** What a roll back would do. Nothing is changed. */
export async function countPlan(rollback: Rollback, affected: readonly AffectedSpace[]) {
  const [removed, restored]: [Counts, Counts] = [{}, {}]
  const spaces: string[] = []
  for (const space of affected) {
    const counts = await countIn(rollback, space)
    for (const { collection, count } of counts.removed)
      if (collection === 'tenants') spaces.push(space.slug)
      else removed[collection] = (removed[collection] ?? 0) + count
    for (const { collection, count } of counts.restored)
      restored[collection] = (restored[collection] ?? 0) + count
  }
  return { removed, restored, files: 0, released: 0, spaces: { removed: spaces, kept: [] } }
}

async function countIn(
  { later, payload, run }: Rollback,
  space: AffectedSpace,
): Promise<{ removed: readonly CountRow[]; restored: readonly CountRow[] }> {
  return withScopeClient(payload, scopeOfSpace(space), async (client) => {
    await client.query('set transaction read only; set local statement_timeout = 0')
    const removed = await client.query<CountRow>(
      `select row_collection as collection, count(distinct row_id)::int from import_rows r
       where made_by = $1 and row_hash <> '' and ${isMade('r.row_collection', 'r.row_id')} group by 1
       union all select 'documents', count(*)::int from documents where made_by = $1 having count(*) > 0`,
      [run.id, later],
    )
    const restored = await client.query<CountRow>(
      `select row_collection as collection, count(*)::int from import_changes
       where import = $1 and (row_collection = 'documents' or jsonb_typeof(before -> 'entries') is distinct from 'array'
         or exists (select from jsonb_array_elements(before -> 'entries') e where e ->> 'made_by' <> $1)) group by 1`,
      [run.id],
    )
    return { removed: removed.rows, restored: restored.rows }
  })
}
