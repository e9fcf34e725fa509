import { type BsonDocument, type BsonType, type BsonValue } from '../bson/BsonValue'

/** A collection of the source, and some of its documents. */
export interface Sample {
  readonly database: string
  readonly name: string
  readonly documents: readonly BsonDocument[]
}

/** The values that a field has in a sample, where it has one. */
export const valuesOf = ({ documents }: Sample, field: string): readonly BsonValue[] =>
  documents.flatMap((document) => document.get(field) ?? [])

/** Whether any document of a sample has all of these fields. */
export const hasFields = ({ documents }: Sample, ...fields: readonly string[]): boolean =>
  documents.some((document) => fields.every((field) => document.get(field) !== undefined))

/** Whether a field has a value of one of these types, and of no other but null. */
export function isAlways(sample: Sample, field: string, ...types: readonly BsonType[]): boolean {
  const values = valuesOf(sample, field).filter(({ type }) => type !== 'null')
  return values.length > 0 && values.every(({ type }) => types.includes(type))
}
