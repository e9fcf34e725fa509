import { BsonDocument, type BsonValue } from '@/import/bson/BsonValue'

import { hexOf } from '../seeded'

/** The document with some fields changed, in their places; those that it has not are ignored. */
export const edited = (
  document: BsonDocument,
  change: Readonly<Record<string, (before: BsonValue) => BsonValue>>,
): BsonDocument =>
  new BsonDocument(
    document.keys,
    document.values.map((value, index) => {
      const key = document.keys[index] ?? ''
      return (Object.hasOwn(change, key) ? change[key]?.(value) : undefined) ?? value
    }),
  )

export const became =
  (after: BsonValue): (() => BsonValue) =>
  () =>
    after

/** A text, or the English one of several. */
export const retold =
  (text: string) =>
  (before: BsonValue): BsonValue =>
    before.type === 'object' ? edited(before, { en: became(string(text)) }) : string(text)

export const string = (value: string): BsonValue => ({ type: 'string', value })

/** The value with another `id` in each row, as a copy has them. */
export function renumbered(value: BsonValue, seed: number): BsonValue {
  if (value.type === 'array')
    return { ...value, items: value.items.map((item) => renumbered(item, seed)) }
  if (value.type !== 'object') return value
  return new BsonDocument(
    value.keys,
    value.values.map((child, index) =>
      value.keys[index] === 'id' && child.type === 'string'
        ? string(hexOf(seed, 'copy', child.value))
        : renumbered(child, seed),
    ),
  )
}
