import type { Payload } from 'payload'

import { readInScope } from '@/db/readInScope'

import { enterSearch } from './enterSearch'
import type { Kind } from './parseSearch'
import { VISIBLE, type Searcher } from './searcher'

export interface Completion {
  readonly id: string
  readonly type: Kind
  readonly title: string
  readonly path: string | null
}

const SHOWN = 8

/**
 * What is typed, as a query for the words of titles (atrium_search_title.sql): all of them, the last one unfinished. The words
 * come out of `regexp_matches`, so that they hold nothing that a query would read as its own.
 */
const PREFIX = `
  select string_agg(quote_literal(right($1, 8) || ':' || typed.word) || case typed.n when count then ':*' else '' end, ' & ') as lookup
  from (
    select m[1] as word, n, count(*) over () as count
    from regexp_matches(lower(public.unaccent($2)), '[[:alnum:]]+', 'g') with ordinality as r(m, n)
  ) typed`

/** Documents whose title goes on like what is being typed. */
export function completeSearch(
  payload: Payload,
  searcher: Searcher,
  typed: string,
): Promise<Completion[]> {
  return readInScope(payload, searcher.scope, async (client) => {
    const { rows: questions } = await client.query<{ lookup: string | null }>(PREFIX, [
      searcher.tenant,
      typed,
    ])
    const lookup = questions[0]?.lookup
    if (!lookup) return []
    await enterSearch(client, lookup)
    const { rows } = await client.query<Completion>(
      `select document_id as id, kind as type, title, path
       from (select d.* from search_documents d where ${VISIBLE[searcher.sees]} and d.kind = any ($1) limit 500) f
       order by length(title), title limit ${SHOWN}`,
      [searcher.kinds],
    )
    return rows
  })
}
