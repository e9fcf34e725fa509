import type { Endpoint } from 'payload'

import { searcherOf } from '../searcher'
import { parseRelated } from './parseRelated'
import { relatedPages } from './relatedPages'

/** `GET /api/pages/:id/related?locale=…&limit=…`: pages that are about the same, among those that the caller may find. */
export const relatedEndpoint: Omit<Endpoint, 'root'> = {
  path: '/:id/related',
  method: 'get',
  handler: async (req) => {
    const asked = { ...Object.fromEntries(req.searchParams ?? []), id: req.routeParams?.id }
    const request = parseRelated(asked)
    return Response.json(await relatedPages(req.payload, await searcherOf(req), request))
  },
}
