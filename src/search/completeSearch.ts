import type { Payload } from 'payload'

import { readInScope } from '@/db/readInScope'

import { enterSearch, readLanguages } from './enterSearch'
import type { Kind } from './parseSearch'
import { prefixLookup } from './prefixLookup'
import { VISIBLE, type Searcher } from './searcher'

export interface Completion {
  readonly id: string
  readonly type: Kind
  readonly locale: string
  readonly title: string
  readonly path: string | null
}

const SHOWN = 8

/** Documents whose title goes on like what is being typed, in any language of the space or in one. */
export function completeSearch(
  payload: Payload,
  searcher: Searcher,
  typed: string,
  locale?: string,
): Promise<Completion[]> {
  return readInScope(payload, searcher.scope, async (client) => {
    const lookup = await prefixLookup(client, searcher.tenant, typed)
    if (!lookup) return []
    const languages = await readLanguages(client, searcher.tenant)
    await enterSearch(client, lookup)
    const { rows } = await client.query<Completion>(
      `select document_id as id, kind as type, locale, title, path
       from (
         select d.* from search_documents d
         where ${VISIBLE[searcher.sees]} and d.kind = any ($1) and d.locale = any ($2) limit 500
       ) f
       order by length(title), title limit ${SHOWN}`,
      [searcher.kinds, Object.keys(languages).filter((one) => !locale || one === locale)],
    )
    return rows
  })
}
