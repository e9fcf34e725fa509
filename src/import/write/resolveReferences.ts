import { type Values } from '../map/assignField'
import { MappedReference, type MappedValue } from '../map/MappedValue'
import { type PlainValue, type PlainValues } from '../targets/Target'

type Resolve = (reference: MappedReference) => string | undefined

/** Every reference in the values of a document. */
export function referencesIn(value: Values | MappedValue): MappedReference[] {
  if (value instanceof MappedReference) return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap((part: Values[string]) => referencesIn(part))
}

/** The values with the ids of rows in place of references. One that leads nowhere is left out, of lists too. */
export function resolveReferences(values: Values, resolve: Resolve): PlainValues {
  const plain = resolved(values, resolve)
  return isObject(plain) ? plain : {}
}

const isObject = (value: PlainValue | undefined): value is PlainValues =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function resolved(value: Values[string], resolve: Resolve): PlainValue | undefined {
  if (value instanceof MappedReference) return resolve(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    return value.flatMap((part: MappedValue) => {
      const one = resolved(part, resolve)
      return one === undefined ? [] : [one]
    })
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, part]: [string, Values[string]]) => [
      name,
      resolved(part, resolve),
    ]),
  )
}
