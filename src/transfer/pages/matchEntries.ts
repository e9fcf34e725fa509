import { randomUUID } from 'node:crypto'

import type { TreePage } from './loadTree'
import type { PageEntry } from './PageEntry'
import type { PageInFile } from './resolveEntry'

/** An entry, and the page of the space or of the plan that it is. */
export interface Match {
  readonly entry: PageEntry
  readonly id: string
  readonly page: TreePage | undefined
}

/** Which page each entry is: by its id, else by its path in the main language, else a new one. */
export function matchEntries(
  entries: readonly PageEntry[],
  tree: ReadonlyMap<string, TreePage>,
  reject: (entry: PageEntry, reason: string) => void,
): Match[] {
  const byPath = new Map(
    [...tree.values()].flatMap((page) => (page.path === null ? [] : [[page.path, page] as const])),
  )
  const taken = new Map<string, PageEntry>()
  const matches: Match[] = []
  for (const entry of entries) {
    const page =
      (entry.id === undefined ? undefined : tree.get(entry.id)) ??
      (entry.path === undefined ? undefined : byPath.get(entry.path))
    const key = page?.id ?? entry.path
    const twin = key === undefined ? undefined : taken.get(key)
    if (key === undefined) reject(entry, 'There is no such page here, and no path to make one at.')
    else if (twin) reject(entry, `${placeOf(twin)} is the same page.`)
    else if (page?.trashed) reject(entry, 'This page is in the trash. Restore it first.')
    else matches.push({ entry, page, id: page?.id ?? placeholder() })
    if (key !== undefined) taken.set(key, entry)
  }
  return matches
}

/** Nobody's id. Payload takes those of version 7 for ids and no others. */
const placeholder = (): string => {
  const id = randomUUID()
  return `${id.slice(0, 14)}7${id.slice(15)}`
}

const placeOf = ({ place }: PageEntry): string =>
  'line' in place ? `Line ${place.line}` : `Entry ${place.index}`

/** Finds the pages of a file by the ids and paths that the file gives them. */
export function pagesOf(matches: readonly Match[]): PageInFile {
  const byName = new Map<string, string>()
  for (const { entry, id } of matches)
    for (const name of [entry.id, entry.path]) if (name !== undefined) byName.set(name, id)
  return (value) => byName.get(value)
}
