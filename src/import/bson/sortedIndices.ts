const SLOTS = 1024

interface Sorted {
  readonly keys: readonly string[]
  readonly indices: readonly number[] | undefined
}

/** Orders that were found before: the documents of a collection have the same few lists of names. Bounded, as the new take slots. */
const known: (Sorted | undefined)[] = new Array<Sorted | undefined>(SLOTS)

/**
 * Where names are once they are sorted by their UTF-16 code units, or undefined when they are sorted already. Sorting is stable, so
 * the same names stay in their order.
 */
export function sortedIndices(keys: readonly string[]): readonly number[] | undefined {
  const slot = slotOf(keys)
  const found = known[slot]
  if (found && isSame(found.keys, keys)) return found.indices
  const indices = sort(keys)
  if (keys.length <= 200) known[slot] = { keys, indices }
  return indices
}

function slotOf(keys: readonly string[]): number {
  let hash = keys.length
  for (const key of keys) hash = (hash * 31 + key.length) | 0
  return hash & (SLOTS - 1)
}

function isSame(known: readonly string[], keys: readonly string[]): boolean {
  if (known.length !== keys.length) return false
  for (let index = 0; index < keys.length; index += 1)
    if (known[index] !== keys[index]) return false
  return true
}

function sort(keys: readonly string[]): number[] | undefined {
  const isSorted = keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') <= key)
  if (isSorted) return undefined
  const indices = Array.from(keys, (_, index) => index)
  return indices.sort((a, b) => compare(keys[a] ?? '', keys[b] ?? ''))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
