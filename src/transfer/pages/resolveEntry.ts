import { blocks } from '@/blocks'
import { collectReferences } from '@/blocks/collectReferences'
import { mapReferences, type Reference } from '@/blocks/mapReferences'
import { problemsOf } from '@/blocks/problemsOf'

import type { Documents } from '../documents'
import { isUuid } from '../isUuid'
import type { PageEntry } from './PageEntry'

/** The page of a file that an id or a path of the file means, as an id of the plan. */
export type PageInFile = (value: string) => string | undefined

const KINDS: Readonly<Record<string, readonly [kind: string, name: string]>> = {
  media: ['medium', 'filename'],
  forms: ['form', 'title'],
  pages: ['page', 'path'],
}

type Resolved = { readonly id: string } | { readonly problem: string }

/**
 * Finds what a reference of a file means in this space: by its id, else by the name that the file gives beside it, else as the name
 * itself. What another space has is not there.
 */
export function resolveReference(
  { relationTo, value }: Reference,
  { references }: Pick<PageEntry, 'references'>,
  documents: Documents,
  pageInFile: PageInFile,
): Resolved {
  const [kind = 'document', by = 'name'] = KINDS[relationTo] ?? []
  const inFile = (text: string) => (relationTo === 'pages' ? pageInFile(text) : undefined)
  if (isUuid(value) && documents.has({ relationTo, value })) return { id: value }
  const known = inFile(value)
  if (known !== undefined) return { id: known }
  const said = references.find((one) => one.collection === relationTo && one.id === value)?.name
  const name = said ?? (isUuid(value) ? undefined : value)
  if (name === undefined) return { problem: `There is no ${kind} with the id ${value} here.` }
  const named = inFile(name)
  if (named !== undefined) return { id: named }
  const [id, other] = documents.idsOf(relationTo, name)
  const shown = name.slice(0, 100)
  if (other !== undefined) return { problem: `Several have the ${by} “${shown}” here.` }
  return id === undefined
    ? { problem: `There is no ${kind} with the ${by} “${shown}” here.` }
    : { id }
}

/** Every id and name that an entry uses for something else, to be looked up at once. */
export function valuesOf(entry: PageEntry): string[] {
  const layouts = [...entry.texts.values()].map(({ layout }) => layout)
  return [
    ...(entry.facts.image == null ? [] : [entry.facts.image]),
    ...(entry.facts.parent == null ? [] : [entry.facts.parent]),
    ...layouts.flatMap((layout) => collectReferences(layout, blocks).map(({ value }) => value)),
    ...entry.references.flatMap(({ id, name }) => [id, name]),
  ]
}

/** A layout with ids of this space and of the plan, or what is wrong with it. */
export function resolveLayout(
  layout: readonly unknown[],
  resolve: (reference: Reference) => Resolved,
): { readonly layout: readonly unknown[] } | { readonly problem: string } {
  const [problem] = problemsOf(layout, blocks, (reference) => {
    const found = resolve(reference)
    return 'problem' in found ? found.problem : undefined
  })
  if (problem !== undefined) return { problem }
  return {
    layout: mapReferences(layout, blocks, (reference) => {
      const found = resolve(reference)
      return 'id' in found ? found.id : null
    }),
  }
}
