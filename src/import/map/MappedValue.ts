import { type BsonValue } from '../bson/BsonValue'

/** A field of another document, by the id that it had: it is resolved when all collections are known. */
export class MappedReference {
  constructor(
    /** The source collection. */
    readonly collection: string,
    readonly id: BsonValue,
  ) {}
}

/** What a field of a target is given: JSON's values, and references. Dates, and numbers that JSON has not, are texts. */
export type MappedValue =
  | string
  | number
  | boolean
  | null
  | MappedReference
  | readonly MappedValue[]
  | { readonly [name: string]: MappedValue }
