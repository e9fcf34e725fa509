import { type BsonDocument, type BsonValue } from '@/import/bson/BsonValue'
import { idText } from '@/import/bson/idText'

import { type ChangeFact } from '../facts'
import { type Part, type PlatformCollection } from '../Platform'

const idOf = (document: BsonDocument): string => {
  const id = document.get('_id')
  return id ? idText(id) : ''
}

/** A document of a platform, and whose it is. */
export function findDocument(
  collections: readonly PlatformCollection[],
  collection: string,
  isWanted: (document: BsonDocument) => boolean,
): BsonDocument {
  const parts = collections.find(({ name }) => name === collection)?.parts ?? []
  for (const part of parts)
    for (const document of part.documents()) if (isWanted(document)) return document
  throw new RangeError(`no such document in ${collection}`)
}

export const hasId =
  (id: BsonValue): ((document: BsonDocument) => boolean) =>
  (document) =>
    idOf(document) === idText(id)

/** The collection with some of its documents changed, gone and added, and the others as they were. */
export function withChanges(
  collection: PlatformCollection,
  changes: readonly ChangeFact[],
): PlatformCollection {
  const own = changes.filter((change) => change.collection === collection.name)
  const added = own.filter(({ kind }) => kind === 'added')
  const others = new Map(
    own.filter(({ kind }) => kind !== 'added').map((change) => [idText(change.id), change]),
  )
  return {
    ...collection,
    parts: [
      ...collection.parts.map((part) => (others.size === 0 ? part : changedPart(part, others))),
      ...added.map(addedPart),
    ],
  }
}

function changedPart(part: Part, changes: ReadonlyMap<string, ChangeFact>): Part {
  let gone = 0
  for (const document of part.documents())
    if (changes.get(idOf(document))?.kind === 'gone') gone += 1
  return {
    tenant: part.tenant,
    count: part.count - gone,
    *documents() {
      for (const document of part.documents()) {
        const change = changes.get(idOf(document))
        if (!change) yield document
        else if (change.after) yield change.after
      }
    },
  }
}

const addedPart = ({ after, tenant }: ChangeFact): Part => ({
  tenant,
  count: after ? 1 : 0,
  documents: () => (after ? [after] : []),
})
