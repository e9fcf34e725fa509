import { inScopes } from '@/db/inScopes'
import { type Scope } from '@/db/scope'

import { type Rollback } from './Rollback'

/** Deletes the documents that the import made in a space. How many it was. */
export async function deleteDocuments(
  { batchSize, onProgress, payload, run, signal }: Rollback,
  scope: Scope,
  tenant: string,
): Promise<number> {
  let [after, deleted] = ['00000000-0000-0000-0000-000000000000', 0]
  for (;;) {
    signal?.throwIfAborted()
    const page = await inScopes(payload, ({ inScope }) =>
      inScope(scope, async (client) => {
        const { rows } = await client.query<{ id: string; made_by: string }>(
          'select id, made_by from documents where tenant_id = $1 and id > $2 order by tenant_id, id limit $3',
          [tenant, after, batchSize],
        )
        const made = rows.filter(({ made_by }) => made_by === run.id).map(({ id }) => id)
        if (made.length > 0) await client.query('delete from documents where id = any($1)', [made])
        return { last: rows.at(-1)?.id, count: made.length }
      }),
    )
    if (page.last === undefined) return deleted
    after = page.last
    deleted += page.count
    if (page.count > 0) onProgress(`${deleted} documents removed`)
  }
}
