import config from '@payload-config'
import { headers } from 'next/headers'
import { getPayload } from 'payload'

import { addressOf, consume } from '@/api/rateLimits'
import { AtriumError } from '@/errors'
import { parseSearch } from '@/search/parseSearch'
import { searchDocuments, type SearchResult } from '@/search/searchDocuments'
import { visitorOf } from '@/search/searcher'

/** What a visitor finds on a site; or why not, in words for a visitor. */
export async function searchSite(
  tenant: string,
  asked: Readonly<Record<string, unknown>>,
): Promise<{ result: SearchResult } | { problem: string }> {
  try {
    await consume('api', addressOf(await headers()))
    const payload = await getPayload({ config })
    return { result: await searchDocuments(payload, visitorOf(tenant), parseSearch(asked)) }
  } catch (error) {
    if (error instanceof AtriumError && error.status < 500) return { problem: error.message }
    throw error
  }
}
