import { type BsonType } from '../bson/BsonValue'

/** What became of a value on its way into a typed column. */
export type Converted<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  /** It fits, and something of it is gone or changed. */
  | { readonly kind: 'lossy'; readonly value: Value; readonly reason: string }
  | { readonly kind: 'impossible'; readonly reason: string }

export const ok = <Value>(value: Value): Converted<Value> => ({ kind: 'ok', value })

export const lossy = <Value>(value: Value, reason: string): Converted<Value> => ({
  kind: 'lossy',
  value,
  reason,
})

export const impossible = (reason: string): Converted<never> => ({ kind: 'impossible', reason })

export const isNo = (type: BsonType, wanted: string): Converted<never> =>
  impossible(`a value of the type ${type} is no ${wanted}`)
