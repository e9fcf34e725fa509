import { inScopes } from '@/db/inScopes'
import { type Scope } from '@/db/scope'

import { usesOf } from './findObstacles'
import { collectionsByTable, topOf } from './foreignKeys'
import { KEEP_TIMES, type Rollback } from './Rollback'

/** Empties what refers to rows of the import and does not go with it: somebody said so knowingly. How many it was. */
export async function release(rollback: Rollback, scope: Scope): Promise<number> {
  const { keys, later, payload, run } = rollback
  const slugs = collectionsByTable(Object.keys(payload.collections))
  let released = 0
  await inScopes(payload, ({ inScope }) =>
    inScope(scope, async (client) => {
      await client.query(KEEP_TIMES)
      await client.query('set local statement_timeout = 0')
      for (const restriction of keys.restrictions) {
        const target = slugs.get(restriction.target)
        const source = slugs.get(topOf(keys, restriction.source))
        if (target === undefined || source === undefined || restriction.isRequired) continue
        const { joins, where } = usesOf(rollback, restriction, target, source)
        const table = `"${restriction.source}"`
        const uses = `select s.id from ${table} s ${joins} where ${where}`
        // A row of a list that names nothing is none.
        const { rowCount } = await client.query(
          restriction.source.endsWith('_rels')
            ? `delete from ${table} where id in (${uses})`
            : `update ${table} set "${restriction.column}" = null where id in (${uses})`,
          [run.id, later],
        )
        released += rowCount ?? 0
      }
    }),
  )
  return released
}
