import { BsonDocument, type BsonValue } from '@/import/bson/BsonValue'

/** A value that JavaScript has nothing for, put among those that it has. */
export class Bson {
  constructor(readonly value: BsonValue) {}
}

/** What a document is written down as here. A field that is undefined is not in it. */
export type Plain =
  | string
  | number
  | boolean
  | null
  | undefined
  | Date
  | Bson
  | BsonDocument
  | readonly Plain[]
  | PlainObject

export interface PlainObject {
  readonly [name: string]: Plain
}

/** The document that a driver would store, its fields in their order. */
export const documentOf = (fields: PlainObject): BsonDocument =>
  BsonDocument.of(
    ...Object.entries(fields).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, toBson(value)] as const],
    ),
  )

const isList = (value: object): value is readonly Plain[] => Array.isArray(value)

/** The value that a driver would store: whole numbers of 32 bits as those, all other numbers as doubles. */
export function toBson(value: Plain): BsonValue {
  if (value === null) return { type: 'null' }
  if (value === undefined) return { type: 'undefined' }
  if (typeof value === 'string') return { type: 'string', value }
  if (typeof value === 'boolean') return { type: 'bool', value }
  if (typeof value === 'number') return numberOf(value)
  if (value instanceof Bson) return value.value
  if (value instanceof BsonDocument) return value
  if (value instanceof Date) return { type: 'date', millis: BigInt(value.getTime()) }
  if (isList(value)) return { type: 'array', items: value.map(toBson) }
  return documentOf(value)
}

const numberOf = (value: number): BsonValue =>
  (value | 0) === value && !Object.is(value, -0)
    ? { type: 'int', value }
    : { type: 'double', value }
