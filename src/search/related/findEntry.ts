import type { Payload } from 'payload'

import { readInScope } from '@/db/readInScope'
import { AtriumError } from '@/errors'
import { localeOf } from '@/locales/locales'

import { VISIBLE, type Searcher } from '../searcher'
import type { RelatedRequest } from './parseRelated'

/** What the index knows of a page in one language. */
export interface Entry {
  /** The id of its row. */
  readonly entry: string
  readonly page: string
  readonly locale: string
}

/** A page that is not written in the language has no entry in it. */
type Found = Omit<Entry, 'entry'> & { readonly entry: string | null }

const LOCALES = `
  select t.default_locale::text as main,
    array(select c.value::text from tenant_locales c where c.parent_id = t.id and c.value is not null) as others
  from tenants t where t.id = $1`

/**
 * Where the index has a page, as somebody may see it.
 *
 * @param sees which version of the page counts
 * @throws AtriumError NOT_FOUND for a page that they do not see, in any language; QUERY_REJECTED for a language that the space
 * does not offer.
 */
export function findEntry(
  payload: Payload,
  { scope, tenant }: Searcher,
  { page, locale }: Omit<RelatedRequest, 'limit'>,
  sees: Searcher['sees'],
): Promise<Found> {
  return readInScope(payload, scope, async (client) => {
    const locales = await client.query<{ main: string; others: string[] }>(LOCALES, [tenant])
    const { main = '', others = [] } = locales.rows[0] ?? {}
    const { rows } = await client.query<{ id: string; locale: string }>(
      `select d.id, d.locale from search_documents d
       where d.tenant_id = $1 and d.kind = 'pages' and d.document_id = $2 and ${VISIBLE[sees]}`,
      [tenant, page],
    )
    if (rows.length === 0) throw new AtriumError('NOT_FOUND')
    const meant = locale === undefined ? main : (localeOf(locale)?.code ?? locale)
    if (meant !== main && !others.includes(meant)) {
      throw new AtriumError('QUERY_REJECTED', {
        message: `“locale” is one of the languages of this space: ${[...new Set([main, ...others])].join(', ')}.`,
      })
    }
    return { entry: rows.find((row) => row.locale === meant)?.id ?? null, page, locale: meant }
  })
}
