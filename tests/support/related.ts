import { visitorOf, type Searcher } from '@/search/searcher'
import type { RelatedPages } from '@/search/related/relatedPages'
import { member } from '@/db/scope'

import { testPayload } from './usePayload'

const SOMEBODY = '00000000-0000-7000-8000-000000000000'

/** Whoever works in a space and finds its drafts. */
export const editorOf = (tenant: string): Searcher => ({
  scope: member(SOMEBODY, [{ tenant, role: 'editor' }]),
  tenant,
  sees: 'working',
  kinds: ['pages'],
})

/** What goes with a page, for a visitor of its space if nothing else is said. */
export async function related(
  tenant: string,
  page: string,
  {
    searcher = visitorOf(tenant),
    ...asked
  }: { searcher?: Searcher; locale?: string; limit?: number } = {},
): Promise<RelatedPages> {
  const { relatedPages } = await import('@/search/related/relatedPages')
  return relatedPages(testPayload(), searcher, { page, locale: undefined, limit: 12, ...asked })
}

/** The titles of what was found. */
export const titlesOf = ({ docs }: RelatedPages): string[] => docs.map(({ title }) => title)
