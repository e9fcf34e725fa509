import type { PoolClient } from 'pg'

import { tableOf } from '../write/rowState'

/** A reference that keeps what it names from being deleted. */
export interface Restriction {
  readonly source: string
  readonly column: string
  readonly target: string
  /** It cannot be emptied. */
  readonly isRequired: boolean
}

/** A table whose rows belong to those of another, and vanish with them. */
export interface Parent {
  readonly table: string
  /** In the child: which row of the parent. */
  readonly column: string
}

export interface ForeignKeys {
  readonly restrictions: readonly Restriction[]
  readonly parents: ReadonlyMap<string, Parent>
}

interface KeyRow {
  readonly source: string
  readonly target: string
  readonly column: string
  readonly required: boolean
  readonly cascades: boolean
}

/** The references of the database between rows, read from its catalog: a new collection is covered without an edit. */
export async function loadForeignKeys(client: PoolClient): Promise<ForeignKeys> {
  const { rows } = await client.query<KeyRow>(
    `select s.relname as source, t.relname as target, a.attname as column, a.attnotnull as required, c.confdeltype = 'c' as cascades
     from pg_constraint c
     join pg_class s on s.oid = c.conrelid
     join pg_class t on t.oid = c.confrelid
     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[cardinality(c.conkey)]
     where c.contype = 'f' and c.confdeltype in ('a', 'r', 'c') and c.connamespace = 'public'::regnamespace
       and t.relname <> 'tenants'
     order by s.relname, a.attname`,
  )
  const isParent = ({ cascades, column }: KeyRow): boolean =>
    cascades && (column === '_parent_id' || column === 'parent_id')
  return {
    restrictions: rows.flatMap((row) =>
      row.cascades
        ? []
        : [
            {
              source: row.source,
              column: row.column,
              target: row.target,
              isRequired: row.required,
            },
          ],
    ),
    parents: new Map(
      rows
        .filter(isParent)
        .map(({ column, source, target }) => [source, { table: target, column }]),
    ),
  }
}

/** The table at the top, to whose rows those of a table belong. */
export function topOf({ parents }: ForeignKeys, table: string): string {
  const parent = parents.get(table)
  return parent ? topOf({ parents, restrictions: [] }, parent.table) : table
}

/** Joins from the rows of a table, called `s`, to those that they belong to; and how the id of those is called then. */
export function joinToTop(
  { parents }: ForeignKeys,
  table: string,
): { readonly joins: string; readonly id: string } {
  const joins: string[] = []
  let alias = 's'
  for (let at = parents.get(table), depth = 0; at; at = parents.get(at.table), depth += 1) {
    joins.push(`join "${at.table}" p${depth} on p${depth}.id = ${alias}."${at.column}"`)
    alias = `p${depth}`
  }
  return { joins: joins.join(' '), id: `${alias}.id` }
}

/** The tables of collections, by name; the other way round than `tableOf`. */
export const collectionsByTable = (slugs: readonly string[]): ReadonlyMap<string, string> =>
  new Map(slugs.map((slug) => [tableOf(slug).replaceAll('"', ''), slug]))

/** In which order collections are emptied: what refers to others before them. Circles are left to the order that is given. */
export function emptyingOrder(
  keys: ForeignKeys,
  collections: readonly string[],
): readonly string[] {
  const byTable = collectionsByTable(collections)
  const refersTo = new Map<string, Set<string>>(collections.map((slug) => [slug, new Set()]))
  for (const { source, target } of keys.restrictions) {
    const [from, to] = [byTable.get(topOf(keys, source)), byTable.get(target)]
    if (from !== undefined && to !== undefined && from !== to) refersTo.get(from)?.add(to)
  }
  const order: string[] = []
  const visit = (slug: string, path: readonly string[]): void => {
    if (order.includes(slug) || path.includes(slug)) return
    for (const [other, targets] of refersTo) if (targets.has(slug)) visit(other, [...path, slug])
    order.push(slug)
  }
  for (const slug of collections) visit(slug, [])
  return order
}
