type Placed<T> = { u: number; v: number; item: T }

const halfOf = <T>(ordered: readonly Placed<T>[]): Placed<T>[] => {
  const chain: Placed<T>[] = []
  for (const next of ordered) {
    for (;;) {
      const [a, b] = [chain.at(-2), chain.at(-1)]
      if (!a || !b) break
      if ((b.u - a.u) * (next.v - a.v) - (b.v - a.v) * (next.u - a.u) > 1e-9) break
      chain.pop()
    }
    chain.push(next)
  }
  return chain.slice(0, -1)
}

/** The items on the convex outline of all, in order around it (Andrew's monotone chain). */
export const convexOutline = <T>(
  items: readonly T[],
  place: (item: T) => readonly [u: number, v: number],
): T[] => {
  const placed = items
    .map((item): Placed<T> => {
      const [u, v] = place(item)
      return { u, v, item }
    })
    .sort((a, b) => a.u - b.u || a.v - b.v)
  return [...halfOf(placed), ...halfOf([...placed].reverse())].map(({ item }) => item)
}
