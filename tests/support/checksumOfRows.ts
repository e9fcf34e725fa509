import { asRoot } from './sqlActors'

interface Column {
  readonly table: string
  readonly serials: readonly string[]
}

/**
 * A hash over the rows of each table, by its name. Numbers that a sequence gave (rows of lists and translations have them) are left out: a row that is
 * written anew gets another one.
 */
export async function checksumOfRows({
  times = true,
  without = [],
}: {
  /** Whether it counts when rows were made and changed. */
  readonly times?: boolean
  readonly without?: readonly string[]
} = {}): Promise<Record<string, string>> {
  return asRoot()(async (client) => {
    const { rows: tables } = await client.query<Column>(
      `select c.relname as table, coalesce(array_agg(a.attname::text) filter (where d.oid is not null), '{}') as serials
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
       left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum and pg_get_expr(d.adbin, d.adrelid) like 'nextval%'
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not c.relname = any($1) group by c.relname order by 1`,
      [without],
    )
    const found: Record<string, string> = {}
    for (const { serials, table } of tables) {
      const { rows } = await client.query<{ checksum: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(md5(row), '' order by md5(row))), '') as checksum
         from (select (to_jsonb(t) - $1::text[])::text as row from "${table}" t) as everything`,
        [[...serials, ...(times ? [] : ['created_at', 'updated_at'])]],
      )
      found[table] = rows[0]?.checksum ?? ''
    }
    return found
  })
}
