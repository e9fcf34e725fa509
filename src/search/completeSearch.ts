import type { Payload } from 'payload'

import { readInScope } from '@/db/readInScope'

import { enterSearch } from './enterSearch'
import type { Kind } from './parseSearch'
import { prefixLookup } from './prefixLookup'
import { VISIBLE, type Searcher } from './searcher'

export interface Completion {
  readonly id: string
  readonly type: Kind
  readonly title: string
  readonly path: string | null
}

const SHOWN = 8

/** Documents whose title goes on like what is being typed. */
export function completeSearch(
  payload: Payload,
  searcher: Searcher,
  typed: string,
): Promise<Completion[]> {
  return readInScope(payload, searcher.scope, async (client) => {
    const lookup = await prefixLookup(client, searcher.tenant, typed)
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
