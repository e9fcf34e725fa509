import { type Placed } from './Placed'

/** The documents of each space, in their order. */
export function bySpace(placed: readonly Placed[]): Placed[][] {
  const groups = new Map<string | undefined, Placed[]>()
  for (const one of placed) {
    const group = groups.get(one.space?.id)
    if (group) group.push(one)
    else groups.set(one.space?.id, [one])
  }
  return [...groups.values()]
}
