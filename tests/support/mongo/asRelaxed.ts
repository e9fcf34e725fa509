import { BsonDocument, type BsonValue } from '@/import/bson/BsonValue'

/** The document as a relaxed export says it: that writes 64-bit integers that fit into 32 as those. */
export const asRelaxed = ({ keys, values }: BsonDocument): BsonDocument =>
  new BsonDocument(keys, values.map(relaxed))

function relaxed(value: BsonValue): BsonValue {
  if (value.type === 'long' && BigInt.asIntN(32, value.value) === value.value)
    return { type: 'int', value: Number(value.value) }
  if (value.type === 'object') return asRelaxed(value)
  if (value.type === 'array') return { type: 'array', items: value.items.map(relaxed) }
  if (value.type === 'javascriptWithScope') return { ...value, scope: asRelaxed(value.scope) }
  return value
}
