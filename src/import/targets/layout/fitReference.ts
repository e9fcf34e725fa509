import type { CollectionSlug } from 'payload'

import { oldIdOf } from '../oldIdOf'
import { fieldOf, type Found, isList, isObject, shown, textOf } from '../plainValue'
import { type Fitting } from './Fitting'

/** What a field of a source may call the collection, where the field here says which one it is. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  media: ['media', 'images', 'uploads', 'files', 'assets', 'pictures'],
}

const REFERENCE = ['relationTo', 'value', 'id', '_id', '$oid', '$id', '$ref']

/** The row here that a value names by its old id. Undefined, and kept, if there is none. */
export async function fitReference(
  collection: CollectionSlug,
  { path, value }: Found,
  { context, findings }: Fitting,
): Promise<string | undefined> {
  const named = textOf(fieldOf(value, 'relationTo'))
  const known = Object.hasOwn(NAMES, collection) ? NAMES[collection] : undefined
  const [single] = isList(value) && value.length === 1 ? value : [value]
  const oldId = oldIdOf(single)
  const isOther = named !== undefined && !(known ?? [collection]).includes(named)
  if (isOther || oldId === undefined) {
    findings.keep(
      path,
      value,
      `${isOther ? shown(named) : shown(value)} is nothing of “${collection}”`,
    )
    return undefined
  }
  if (/[/\\]/.test(oldId)) {
    findings.keep(path, value, 'is an address, from which nothing is fetched')
    return undefined
  }
  if (isObject(single) && Object.keys(single).some((key) => !REFERENCE.includes(key)))
    findings.note(path, 'is a document of its own: only which one it is counts here')
  const id = await context.find(collection, oldId)
  if (id === undefined)
    findings.keep(path, value, `names something of “${collection}” that is not here (yet)`)
  return id
}
