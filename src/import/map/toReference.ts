import { type BsonValue } from '../bson/BsonValue'
import { type Converted, impossible, lossy, ok } from '../convert/Converted'
import { MappedReference, type MappedValue } from './MappedValue'

/**
 * A reference to a document, or a list of them: an id in a collection that the rule names, a DBRef, a DBPointer, or what Payload
 * writes for a field that points to several collections (`{ relationTo, value }`).
 */
export function toReference(value: BsonValue, collection?: string): Converted<MappedValue> {
  if (value.type !== 'array') return single(value, collection)
  const parts = value.items.map((item) => single(item, collection))
  const values: MappedValue[] = []
  for (const part of parts) {
    if (part.kind === 'impossible') return part
    values.push(part.value)
  }
  return value.keys ? lossy(values, 'elements are numbered anew') : ok(values)
}

function single(value: BsonValue, collection: string | undefined): Converted<MappedReference> {
  const named = namedReference(value)
  if (named && collection !== undefined && named.collection !== collection)
    return impossible(`a reference to ${named.collection}, and the rule says ${collection}`)
  if (named) return ok(named)
  if (value.type === 'null' || value.type === 'undefined')
    return impossible(`a value of the type ${value.type} refers to nothing`)
  return collection === undefined
    ? impossible('a reference that does not say to which collection')
    : ok(new MappedReference(collection, value))
}

/** One that says its collection. A field more (the database of a DBRef, say) would be lost, so then it is none. */
function namedReference(value: BsonValue): MappedReference | undefined {
  if (value.type === 'dbPointer')
    return new MappedReference(value.collection, { type: 'objectId', hex: value.hex })
  if (value.type !== 'object' || value.size !== 2) return undefined
  for (const [name, id] of [
    ['$ref', '$id'],
    ['relationTo', 'value'],
  ] as const) {
    const [collection, found] = [value.get(name), value.get(id)]
    if (collection?.type === 'string' && found) return new MappedReference(collection.value, found)
  }
  return undefined
}
