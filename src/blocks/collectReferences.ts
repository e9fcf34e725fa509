import type { Block } from 'payload'

import { mapReferences, type Reference } from './mapReferences'

/** Every document that a layout refers to: uploads, relationships and links in rich text, each once. */
export function collectReferences(layout: unknown, blocks: readonly Block[]): Reference[] {
  const found = new Map<string, Reference>()
  mapReferences(layout, blocks, (reference) => {
    found.set(`${reference.relationTo}:${reference.value}`, reference)
    return reference.value
  })
  return [...found.values()]
}
