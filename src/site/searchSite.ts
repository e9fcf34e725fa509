import { headers } from 'next/headers'

import { addressOf, consume } from '@/api/rateLimits'
import { AtriumError } from '@/errors'
import type { Locale } from '@/locales/locales'
import { parseSearch } from '@/search/parseSearch'
import { searchDocuments, type SearchResult } from '@/search/searchDocuments'
import { visitorOf } from '@/search/searcher'

import type { Reading } from './Language'
import { withVisitor } from './withVisitor'

/** What a visitor finds on a site, in the language of the page or else in the main one; or why not, in words for a visitor. */
export async function searchSite(
  tenant: string,
  asked: Readonly<Record<string, unknown>>,
  { locale, fallbackLocale }: Reading,
): Promise<{ result: SearchResult; language?: Locale } | { problem: string }> {
  try {
    await consume('api', addressOf(await headers()))
    const request = parseSearch(asked)
    const search = (language: Locale) =>
      withVisitor(tenant, ({ payload }) =>
        searchDocuments(payload, visitorOf(tenant), { ...request, locale: language }),
      )
    const result = await search(locale)
    if (result.total > 0 || locale === fallbackLocale) return { result }
    const other = await search(fallbackLocale)
    return other.total > 0 ? { result: other, language: fallbackLocale } : { result }
  } catch (error) {
    if (error instanceof AtriumError && error.status < 500) return { problem: error.message }
    throw error
  }
}
