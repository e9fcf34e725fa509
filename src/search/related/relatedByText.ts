import type { Payload } from 'payload'

import { readInScope } from '@/db/readInScope'

import { enterSearch } from '../enterSearch'
import { MAX_RANKED } from '../searchDocuments'
import { VISIBLE, type Searcher } from '../searcher'
import type { Entry } from './findEntry'
import type { RelatedPage } from './relatedPages'
import { strongestWords } from './strongestWords'

/** Found first by the index, ranked next, and only then is the text of the best ones read. */
const statement = (sees: Searcher['sees']): string => `
with question as (select nullif(current_setting('app.lookup', true), '')::tsquery as query),
found as materialized (
  select d.id, ts_rank(d.vector, q.query, 1) as rank
  from search_documents d cross join question q
  where ${VISIBLE[sees]} and d.kind = 'pages' and d.locale = $1 and d.document_id <> $2 limit ${MAX_RANKED}
),
best as (select f.id, f.rank from found f order by f.rank desc, f.id limit $3)
select d.document_id as id, d.locale, d.path, not d.published as draft, d.title
from best b join search_documents d on d.id = b.id order by b.rank desc, b.id`

/** The pages that share the most, and the rarest, words with one. */
export function relatedByText(
  payload: Payload,
  { scope, tenant, sees }: Searcher,
  entry: Entry,
  limit: number,
): Promise<RelatedPage[]> {
  return readInScope(payload, scope, async (client) => {
    const words = await strongestWords(client, tenant, entry)
    if (words === undefined) return []
    await enterSearch(client, words)
    const { rows } = await client.query<RelatedPage>(statement(sees), [
      entry.locale,
      entry.page,
      limit,
    ])
    return rows
  })
}
