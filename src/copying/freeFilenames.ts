import { extname } from 'node:path'

/** A name without its extension: what the names of its sizes begin with. */
export const baseOf = (filename: string): string =>
  filename.slice(0, filename.length - extname(filename).length)

/**
 * The names of a medium's files in another folder, by those that they have: as they are, or all with the first number at which
 * none of them is taken. They count as taken from then on.
 */
export function freeFilenames(
  filename: string,
  all: readonly string[],
  taken: Set<string>,
): ReadonlyMap<string, string> {
  const base = baseOf(filename)
  for (let n = 1; ; n++) {
    const end = n === 1 ? '' : `-${n}`
    const names = all.map((name): [string, string] => [
      name,
      // A size that is called otherwise than its picture gets the picture's name before its own.
      name.startsWith(base)
        ? `${base}${end}${name.slice(base.length)}`
        : n === 1
          ? name
          : `${base}${end}-${name}`,
    ])
    if (names.some(([, name]) => taken.has(name))) continue
    for (const [, name] of names) taken.add(name)
    return new Map(names)
  }
}
