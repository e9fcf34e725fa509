import { type Findings } from './Findings'
import { type Found, shown, textOf } from './plainValue'

/** “In Progress”, “in_progress” and “IN-PROGRESS” are one word. */
export const wordOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** What a table has for a word, however it is written; with a note where it is another word, and the word kept where it is unknown. */
export function lookUp<Value extends string>(
  found: Found,
  table: Readonly<Record<Value, readonly string[]>>,
  otherwise: Value,
  findings: Findings,
): Value {
  const word = wordOf(textOf(found.value) ?? '')
  const values = Object.keys(table).filter((key): key is Value => Object.hasOwn(table, key))
  const value = values.find(
    (one) => wordOf(one) === word || table[one].some((other) => wordOf(other) === word),
  )
  if (value === undefined) {
    findings.keep(found.path, found.value, `is not known here, and becomes “${otherwise}”`)
    return otherwise
  }
  if (value !== found.value) findings.note(found.path, `${shown(found.value)} becomes “${value}”`)
  return value
}
