import { type BsonDocument } from '@/import/bson/BsonValue'

import { type Part, type PlatformCollection } from './Platform'
import { documentOf, type PlainObject } from './toBson'

/** Documents that are written out. */
export const held = (tenant: string | null, documents: readonly PlainObject[]): Part => ({
  tenant,
  count: documents.length,
  documents: () => documents.map(documentOf),
})

/** Documents that are made one by one. Backwards: most applications refer to what they stored before, and a dump may have it later. */
export const streamed = (
  tenant: string | null,
  count: number,
  at: (index: number) => PlainObject,
): Part => ({
  tenant,
  count,
  *documents() {
    for (let index = count - 1; index >= 0; index -= 1) yield documentOf(at(index))
  },
})

/** The documents of a collection: of each part some, and then of the next. */
export function* documentsOf({ parts }: PlatformCollection, turn = 7): Generator<BsonDocument> {
  let open = parts.map((part) => part.documents()[Symbol.iterator]())
  while (open.length > 0) {
    const left: typeof open = []
    for (const iterator of open) {
      let hasEnded = false
      for (let count = 0; count < turn && !hasEnded; count += 1) {
        const { done, value } = iterator.next()
        if (done) hasEnded = true
        else yield value
      }
      if (!hasEnded) left.push(iterator)
    }
    open = left
  }
}

/** How many documents of each collection are of a tenant, or of nobody; collections without any are left out. */
export function countOf(
  collections: readonly PlatformCollection[],
  isCounted: (part: Part) => boolean,
): Record<string, number> {
  const counts = collections.map(({ name, parts }) => {
    const count = parts.filter(isCounted).reduce((sum, part) => sum + part.count, 0)
    return [name, count] as const
  })
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}
