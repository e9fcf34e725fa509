import { fieldOf, textOf } from './plainValue'
import { type PlainValue } from './Target'

const MAX_LENGTH = 200

/**
 * The id that a reference in a source has: alone, in the document that it was populated to, in Payload's `{ relationTo, value }`, or in
 * extended JSON.
 */
export function oldIdOf(value: PlainValue | undefined, depth = 0): string | undefined {
  const text = typeof value === 'boolean' ? undefined : textOf(value)?.trim()
  if (text !== undefined) return text !== '' && text.length <= MAX_LENGTH ? text : undefined
  if (depth > 3) return undefined
  for (const name of ['value', 'id', '_id', '$oid', '$id']) {
    const inner = fieldOf(value, name)
    if (inner !== undefined && inner !== null) return oldIdOf(inner, depth + 1)
  }
  return undefined
}
