import { AtriumError } from '@/errors'

/** Nested lists in rich text take four levels each: as deep as anybody writes, and no deeper than code that walks it can go. */
const MAX_DEPTH = 200

const refuse = (message: string): never => {
  throw new AtriumError('VALIDATION_FAILED', { message })
}

/**
 * The JSON of a file.
 *
 * @throws AtriumError VALIDATION_FAILED for what is no JSON in UTF-8, or is nested too deeply.
 */
export function readJson(bytes: Uint8Array): unknown {
  let value: unknown
  try {
    // Without a byte order mark, which the decoder takes away.
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refuse('The file is no JSON in UTF-8.')
  }
  if (!isShallow(value)) refuse('The file is nested too deeply.')
  return value
}

function isShallow(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return false
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? (Object.values(one) as unknown[]) : [],
    )
  }
  return true
}

// U+0000, and halves of a pair of surrogates: PostgreSQL has neither in text.
const UNSTORABLE = /\u0000|\p{Surrogate}/u

/** Whether a value holds a text that cannot be stored, as a key or anywhere in it. */
export function hasUnstorable(value: unknown): boolean {
  if (typeof value === 'string') return UNSTORABLE.test(value)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, one]) => UNSTORABLE.test(key) || hasUnstorable(one))
}

/** Any text in a spreadsheet is text; what a list of JSON holds is checked one by one, so that one bad entry rejects itself alone. */
export function entriesIn(value: unknown, key: string, max: number): unknown[] {
  const list: unknown =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Reflect.get(value, key)
      : value
  if (!Array.isArray(list))
    return refuse(`The file has no “${key}”: a list, or an object with a list of that name.`)
  if (list.length > max) {
    throw new AtriumError('TOO_LARGE', {
      message: `The file may have up to ${max.toLocaleString('en')} ${key}.`,
    })
  }
  return list
}
