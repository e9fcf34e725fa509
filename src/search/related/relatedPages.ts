import type { Payload } from 'payload'

import type { Searcher } from '../searcher'
import { findEntry } from './findEntry'
import type { RelatedRequest } from './parseRelated'
import { relatedByText } from './relatedByText'
import { relatedByVector } from './relatedByVector'

export interface RelatedPage {
  readonly id: string
  readonly locale: string
  readonly path: string | null
  /** Visitors do not see this version. */
  readonly draft: boolean
  readonly title: string
}

export interface RelatedPages {
  readonly page: string
  readonly locale: string
  /** How they were found. */
  readonly by: 'vector' | 'text'
  /** The nearest first. */
  readonly docs: readonly RelatedPage[]
}

/**
 * The pages of a space that are about the same as one of them, in one language, among those that somebody may find: by vector where
 * there are vectors to compare, else by full text.
 *
 * @param of which version of the page itself counts: whoever previews a draft sees what goes with the draft
 * @throws AtriumError NOT_FOUND for a page that they do not see; QUERY_REJECTED for a language that the space does not offer.
 */
export async function relatedPages(
  payload: Payload,
  searcher: Searcher,
  { limit, ...asked }: RelatedRequest,
  of: Searcher['sees'] = searcher.sees,
): Promise<RelatedPages> {
  const found = await findEntry(payload, searcher, asked, of)
  const { entry, ...where } = found
  if (entry === null) return { ...where, by: 'text', docs: [] }
  const near = await relatedByVector(payload, searcher, { ...where, entry }, limit)
  if (near.length > 0) return { ...where, by: 'vector', docs: near }
  const docs = await relatedByText(payload, searcher, { ...where, entry }, limit)
  return { ...where, by: 'text', docs }
}
