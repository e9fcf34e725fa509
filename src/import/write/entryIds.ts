import { importedId } from '../importedId'
import { type MappedReference } from '../map/MappedValue'
import { type ImportContext } from './ImportContext'
import { type Placed } from './Placed'
import { tenantIdOf } from './Spaces'

/** The id in the map of ids of what a value refers to. A document refers to those of its own space only. */
export const idOf = (
  { tenantCollections }: Pick<ImportContext, 'tenantCollections'>,
  { space }: Pick<Placed, 'space'>,
  { collection, id }: Pick<MappedReference, 'collection' | 'id'>,
): string =>
  tenantCollections.has(collection) || !space
    ? tenantIdOf(collection, id)
    : importedId(space.id, collection, id)

/** The document whose row this one belongs to, if it has none of its own. */
export function rowReference(
  context: Pick<ImportContext, 'tenantCollections'>,
  placed: Placed,
): string[] {
  const { item, mapped } = placed.document
  return mapped.id && mapped.id.collection !== item.collection.name
    ? [idOf(context, placed, { collection: mapped.id.collection, id: mapped.id.value })]
    : []
}
