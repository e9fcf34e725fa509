export type Random = {
  /** Between 0 and 1. */
  next: () => number
  between: (low: number, high: number) => number
  int: (low: number, high: number) => number
  pick: <T>(list: readonly [T, ...T[]]) => T
}

/** The same name gives the same picture on every machine: mulberry32, seeded with an FNV-1a hash. */
export const createRandom = (name: string): Random => {
  let state = 2166136261
  for (const character of name) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16777619)
  }
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const between = (low: number, high: number) => low + next() * (high - low)
  return {
    next,
    between,
    int: (low, high) => Math.floor(between(low, high + 1)),
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
  }
}
