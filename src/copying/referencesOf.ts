import { blocks } from '@/blocks'
import { collectReferences } from '@/blocks/collectReferences'
import type { Reference } from '@/blocks/mapReferences'
import { nameOfBlock } from '@/blocks/nameOfBlock'

import type { SourcePage } from './SourcePage'

/** Something that a page refers to, and where, in words for people. */
export interface PlacedReference {
  readonly reference: Reference
  readonly place: string
}

/** The rows of a page in all of its languages, with the names of their blocks. */
export const rowsOf = (page: SourcePage): { row: unknown; place: string }[] =>
  Object.values(page.texts.layout).flatMap((layout) =>
    layout.map((row) => ({ row, place: `Block “${nameOfBlock(row) ?? 'unknown'}”` })),
  )

/** All that a page refers to and that can be copied along, or mapped. */
export function referencesOf(page: SourcePage): PlacedReference[] {
  const inBlocks = rowsOf(page).flatMap(({ row, place }) =>
    collectReferences([row], blocks).map((reference) => ({ reference, place })),
  )
  const image = { relationTo: 'media', value: page.image ?? '' }
  return page.image === undefined
    ? inBlocks
    : [...inBlocks, { reference: image, place: 'Picture when shared' }]
}
