import { hash } from 'node:crypto'

import { type BsonValue } from './bson/BsonValue'
import { idText } from './bson/idText'
import { isUuid } from './isUuid'

/** A UUID from a name and a namespace, always the same one: version 5 of RFC 9562. */
export function uuidV5(namespace: string, name: string): string {
  if (!isUuid(namespace)) throw new TypeError(`“${namespace}” is no UUID`)
  const prefix = Buffer.from(namespace.replaceAll('-', ''), 'hex')
  const hex = hash('sha1', Buffer.concat([prefix, Buffer.from(name)]))
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/**
 * The id here of a document that had `id` in a collection of MongoDB. The same for every run, dump and format, so that references
 * can be written before what they name has come in, and a second import finds the rows of the first.
 */
export const importedId = (tenantId: string, collection: string, id: BsonValue): string =>
  uuidV5(tenantId, JSON.stringify([collection, idText(id)]))
