import { idText } from '../bson/idText'
import { type Placed } from './Placed'
import { type KeptDocument } from './writeDocuments'

/** A document that is kept whole. */
export function keptDocument({ document, id }: Placed): KeptDocument {
  const { collection, document: source } = document.item
  const own = source.get('_id')
  return {
    id,
    database: collection.database,
    collection: collection.name,
    sourceId: own ? idText(own) : '',
    json: document.json,
    hash: document.hash,
    row: undefined,
  }
}
