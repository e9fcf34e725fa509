import type { CollectionBeforeChangeHook } from 'payload'

import { collectReferences } from '@/blocks/collectReferences'
import { blocks } from '@/blocks'

/** Notes what the blocks refer to, so that foreign keys can hold it. A draft that leaves the layout alone keeps its notes. */
export const noteReferences: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const layout: unknown = data.layout ?? originalDoc?.layout
  return { ...data, references: collectReferences(layout, blocks) }
}
