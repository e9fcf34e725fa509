import type { CollectionSlug, PayloadRequest } from 'payload'

import { names } from './placesOf'
import type { ReferringField } from './referringFields'

/** As many are in memory at once. */
const PIECE = 100

type Doc = Readonly<Record<string, unknown>> & { readonly id: string }

/**
 * The documents of a collection in whose rich text an id stands, in the scope of the request. A query finds nothing in a tree of any
 * depth, so all of them are read: they are as few as a space has forms.
 */
export async function loadNamingTexts(
  req: PayloadRequest,
  collection: CollectionSlug,
  texts: readonly ReferringField[],
  id: string,
): Promise<string[]> {
  const paths = texts.map(({ path }) => path.split('.'))
  const select = Object.fromEntries(paths.map(([top = '']) => [top, true as const]))
  const found: string[] = []
  for (let page = 1, more = true; more; page++) {
    const { docs, hasNextPage } = await req.payload.db.find<Doc>({
      collection,
      limit: PIECE,
      page,
      req,
      select,
      sort: 'id',
      where: {},
    })
    const naming = docs.filter((doc) => paths.some((path) => names(doc, path, id, true)))
    found.push(...naming.map((doc) => doc.id))
    more = hasNextPage
  }
  return found
}
