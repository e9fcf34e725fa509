import { headers } from 'next/headers'

import { addressOf, consume } from '@/api/rateLimits'
import { AtriumError } from '@/errors'
import { parseSearch } from '@/search/parseSearch'
import { searchDocuments, type SearchResult } from '@/search/searchDocuments'
import { visitorOf } from '@/search/searcher'

import { withVisitor } from './withVisitor'

/** What a visitor finds on a site; or why not, in words for a visitor. */
export async function searchSite(
  tenant: string,
  asked: Readonly<Record<string, unknown>>,
): Promise<{ result: SearchResult } | { problem: string }> {
  try {
    await consume('api', addressOf(await headers()))
    const request = parseSearch(asked)
    const result = await withVisitor(tenant, ({ payload }) =>
      searchDocuments(payload, visitorOf(tenant), request),
    )
    return { result }
  } catch (error) {
    if (error instanceof AtriumError && error.status < 500) return { problem: error.message }
    throw error
  }
}
