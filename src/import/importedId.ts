import { createHash } from 'node:crypto'

import { type BsonValue } from './bson/BsonValue'
import { idText } from './bson/idText'
import { isUuid } from './isUuid'

/** A UUID from a name and a namespace, always the same one: version 5 of RFC 9562. */
export function uuidV5(namespace: string, name: string): string {
  if (!isUuid(namespace)) throw new TypeError(`“${namespace}” is no UUID`)
  const digest = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
  const bytes = digest.subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [0, 8, 12, 16, 20].map((start, n) => hex.slice(start, [8, 12, 16, 20, 32][n])).join('-')
}

/**
 * The id here of a document that had `id` in a collection of MongoDB. The same for every run, dump and format, so that references
 * can be written before what they name has come in, and a second import finds the rows of the first.
 */
export const importedId = (tenantId: string, collection: string, id: BsonValue): string =>
  uuidV5(tenantId, JSON.stringify([collection, idText(id)]))
