import type { PoolClient } from 'pg'

/**
 * What is typed, as a query for the words of titles (atrium_search_title.sql): all of them, the last one unfinished. The words are
 * letters and digits, so that they hold nothing that a query would read as its own.
 */
const PREFIX = `
  select string_agg(
    quote_literal(right($1, 8) || ':' || typed.word) || case typed.n when count then ':*' else '' end, ' & ' order by typed.n
  ) as lookup
  from (
    select m[1] as word, n, count(*) over () as count
    from regexp_matches(lower(public.unaccent($2)), '[[:alnum:]]+', 'g') with ordinality as r(m, n)
  ) typed`

/** @returns undefined when nothing is typed that a title could have. */
export async function prefixLookup(
  client: PoolClient,
  tenant: string,
  typed: string,
): Promise<string | undefined> {
  const { rows } = await client.query<{ lookup: string | null }>(PREFIX, [tenant, typed])
  return rows[0]?.lookup ?? undefined
}
