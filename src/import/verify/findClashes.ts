import { escapeText } from '../bson/escapeText'
import { type Source } from '../read/Source'
import { type Transact } from '../write/ImportContext'
import { importScope } from '../write/runs'
import { type Spaces } from '../write/Spaces'
import { type VerifyLog } from './VerifyLog'

interface Clash {
  readonly tenant: string
  readonly collection: string
  readonly row: string
  readonly ids: readonly string[]
}

/** Rows that two documents of one collection became: one of them has overwritten the other. */
export async function findClashes({
  log,
  singles,
  source,
  spaces,
  transact,
}: {
  readonly log: VerifyLog
  /** Collections of which several documents make one row. */
  readonly singles: readonly string[]
  readonly source: Pick<Source, 'collections'>
  readonly spaces: Spaces
  readonly transact: Transact
}): Promise<void> {
  const clashes = await transact(({ inScope }) =>
    inScope(importScope, async (client) => {
      // It looks at all that has come in, once.
      await client.query('set local statement_timeout = 0')
      const { rows } = await client.query<Clash>(
        `select tenant_id as tenant, source_collection as collection, row_collection || ' ' || row_id as row,
           array_agg(source_id order by source_id) as ids
         from import_rows where row_hash <> '' and source_collection = any($1) and not row_collection = any($2)
         group by tenant_id, source_database, source_collection, row_collection, row_id having count(*) > 1 limit 10000`,
        [[...new Set(source.collections.map(({ name }) => escapeText(name)))], singles],
      )
      return rows
    }),
  )
  for (const { collection, ids, row, tenant } of clashes)
    log.differ(
      'clash',
      { collection, tenant: (await spaces.ofId(tenant))?.slug ?? tenant, id: ids.join(', ') },
      { expected: 'a row for each of them', found: row },
    )
}
