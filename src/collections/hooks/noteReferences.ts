import type { CollectionBeforeChangeHook } from 'payload'

import { idOf } from '@/access/rules'
import { blocks } from '@/blocks'
import { collectReferences } from '@/blocks/collectReferences'

/**
 * Notes what the blocks refer to, so that foreign keys can hold it. A draft that leaves the layout alone keeps its notes. What was
 * deleted knowingly is noted no more while its block still names it: the page shows nothing there, and can be saved.
 */
export const noteReferences: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const layout: unknown = data.layout ?? originalDoc?.layout
  const gone = namedWithoutNote(originalDoc)
  const references = collectReferences(layout, blocks).filter(({ value }) => !gone.has(value))
  return { ...data, references }
}

/** What the stored blocks name and the stored notes do not: the notes went with the document (atrium_release). */
function namedWithoutNote(doc: Record<string, unknown> | undefined): ReadonlySet<string> {
  const notes: unknown[] = Array.isArray(doc?.references) ? doc.references : []
  const noted = new Set(notes.map(noteOf))
  const named = collectReferences(doc?.layout, blocks).map(({ value }) => value)
  return new Set(named.filter((id) => !noted.has(id)))
}

const noteOf = (note: unknown): string | undefined =>
  typeof note === 'object' && note !== null ? idOf(Reflect.get(note, 'value')) : undefined
