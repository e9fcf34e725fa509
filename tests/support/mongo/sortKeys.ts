import { BsonDocument, type BsonValue } from '@/import/bson/BsonValue'

/** The same document as JSONB keeps it: without an order of keys. */
export function sortKeys(document: BsonDocument): BsonDocument {
  const entries = [...document.entries()].sort(([a], [b]) => Number(a > b) - Number(a < b))
  return BsonDocument.of(...entries.map(([key, value]) => [key, sorted(value)] as const))
}

function sorted(value: BsonValue): BsonValue {
  switch (value.type) {
    case 'object':
      return sortKeys(value)
    case 'array':
      return { ...value, items: value.items.map(sorted) }
    case 'javascriptWithScope':
      return { ...value, scope: sortKeys(value.scope) }
    default:
      return value
  }
}
