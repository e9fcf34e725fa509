import { type BsonDocument } from '@/import/bson/BsonValue'
import { parseDecimal } from '@/import/bson/decimalText'

import { Bson } from './toBson'

export const objectId = (hex: string): Bson => new Bson({ type: 'objectId', hex })

export const long = (value: bigint): Bson => new Bson({ type: 'long', value })

export const double = (value: number): Bson => new Bson({ type: 'double', value })

export const dateOf = (millis: bigint): Bson => new Bson({ type: 'date', millis })

export function decimal(text: string): Bson {
  const bytes = parseDecimal(text)
  if (!bytes) throw new TypeError(`“${text}” is no decimal`)
  return new Bson({ type: 'decimal', bytes })
}

/** Binary data of a subtype, from hexadecimal digits; hyphens are for people. */
export const binary = (subtype: number, hex: string): Bson =>
  new Bson({
    type: 'binData',
    subtype,
    bytes: Uint8Array.from(Buffer.from(hex.replaceAll('-', ''), 'hex')),
  })

export const uuid = (text: string): Bson => binary(4, text)

export const codeWithScope = (code: string, scope: BsonDocument): Bson =>
  new Bson({ type: 'javascriptWithScope', code, scope })
