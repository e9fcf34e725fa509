import type { Endpoint, PayloadRequest } from 'payload'

import { completeSearch } from './completeSearch'
import { highlight } from './highlight'
import { parseSearch } from './parseSearch'
import { searchDocuments, type SearchResult } from './searchDocuments'
import { searcherOf } from './searcher'

/** A result as the API gives it: headlines are HTML in which only `<mark>` is markup. */
export const toAnswer = ({ hits, ...result }: SearchResult) => ({
  ...result,
  docs: hits.map(({ title, snippet, ...hit }) => ({
    ...hit,
    title: highlight(title),
    snippet: highlight(snippet),
  })),
})

const askedOf = (req: PayloadRequest): Record<string, unknown> =>
  Object.fromEntries(req.searchParams ?? [])

/** `GET /api/search?q=…&type=…&locale=…&limit=…&after=…`: what the caller may find in the space. */
const search: Endpoint = {
  path: '/search',
  method: 'get',
  handler: async (req) => {
    const request = parseSearch(askedOf(req))
    return Response.json(
      toAnswer(await searchDocuments(req.payload, await searcherOf(req), request)),
    )
  },
}

/** `GET /api/search/complete?q=…&locale=…`: documents whose title goes on like what is being typed. */
const complete: Endpoint = {
  path: '/search/complete',
  method: 'get',
  handler: async (req) => {
    const { query: typed, locale } = parseSearch(askedOf(req))
    const docs = await completeSearch(req.payload, await searcherOf(req), typed, locale)
    return Response.json({ query: typed, docs })
  },
}

export const searchEndpoints: Endpoint[] = [search, complete]
