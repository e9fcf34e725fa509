/**
 * Values of MongoDB, exactly as they were stored. The types have the names that `$type` gives them. Texts are JavaScript strings;
 * bytes in them that are no UTF-8 are kept as lone surrogates, see bsonText.ts.
 */
export type BsonValue =
  | BsonDocument
  | BsonArray
  | { readonly type: 'double'; readonly value: number; readonly bits?: bigint }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'binData'; readonly subtype: number; readonly bytes: Uint8Array }
  | { readonly type: 'undefined' }
  | { readonly type: 'objectId'; readonly hex: string }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'date'; readonly millis: bigint }
  | { readonly type: 'null' }
  | { readonly type: 'regex'; readonly pattern: string; readonly options: string }
  | { readonly type: 'dbPointer'; readonly collection: string; readonly hex: string }
  | { readonly type: 'javascript'; readonly code: string }
  | { readonly type: 'symbol'; readonly value: string }
  | { readonly type: 'javascriptWithScope'; readonly code: string; readonly scope: BsonDocument }
  | { readonly type: 'int'; readonly value: number }
  | { readonly type: 'timestamp'; readonly time: number; readonly increment: number }
  | { readonly type: 'long'; readonly value: bigint }
  /** The sixteen bytes, little endian: some have no text that leads back to them. */
  | { readonly type: 'decimal'; readonly bytes: Uint8Array }
  | { readonly type: 'minKey' }
  | { readonly type: 'maxKey' }

export type BsonType = BsonValue['type']

export type BsonOf<Type extends BsonType> = Extract<BsonValue, { type: Type }>

export interface BsonArray {
  readonly type: 'array'
  readonly items: readonly BsonValue[]
  /** The keys of the elements, only where they are not 0, 1, 2 …, as some old drivers wrote them. */
  readonly keys?: readonly string[]
}

/**
 * Keys and values in their order, duplicates included. Two lists instead of a list of pairs: it is the object that imports make
 * millions of.
 */
export class BsonDocument {
  readonly type = 'object'

  constructor(
    readonly keys: readonly string[],
    readonly values: readonly BsonValue[],
  ) {}

  get size(): number {
    return this.keys.length
  }

  /** The value of a key. Of duplicates the first, as a server answers queries. */
  get(key: string): BsonValue | undefined {
    const index = this.keys.indexOf(key)
    return index < 0 ? undefined : this.values[index]
  }

  *entries(): Generator<readonly [key: string, value: BsonValue]> {
    for (const [index, key] of this.keys.entries()) {
      const value = this.values[index]
      if (value !== undefined) yield [key, value]
    }
  }

  /** Builds a document from pairs, in their order. */
  static of(...entries: readonly (readonly [key: string, value: BsonValue])[]): BsonDocument {
    return new BsonDocument(
      entries.map(([key]) => key),
      entries.map(([, value]) => value),
    )
  }
}

export const EMPTY_DOCUMENT = new BsonDocument([], [])
