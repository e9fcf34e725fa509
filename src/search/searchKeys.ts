import type { Block, Field } from 'payload'

/** The keys below which the text of blocks is found in their JSON. */
export interface SearchKeys {
  readonly headings: readonly string[]
  readonly body: readonly string[]
}

/** Fields that stand above what they belong to. */
const HEADINGS = new Set(['heading', 'name', 'question', 'title'])

/** Payload's own in every block. */
const NOT_TEXT = new Set(['id', 'blockName'])

/** What a field of text says to readers of the page; addresses, times and the like are left out with `search: false`. */
const isSearched = (field: Field): boolean =>
  (field.type === 'text' || field.type === 'textarea') &&
  !NOT_TEXT.has(field.name) &&
  field.custom?.search !== false

function namesOf(fields: readonly Field[]): string[] {
  return fields.flatMap((field) => {
    if (isSearched(field) && 'name' in field) return [field.name]
    // Lexical keeps what is written under this key, and the name of every node under others.
    if (field.type === 'richText') return ['text']
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => namesOf(tab.fields))
    if (field.type === 'blocks') return field.blocks.flatMap((block) => namesOf(block.fields))
    return 'fields' in field ? namesOf(field.fields) : []
  })
}

/** Derived from the blocks: a new one is searched without an edit, from the migration that it asks for anyway. */
export function searchKeys(blocks: readonly Block[]): SearchKeys {
  const names = [...new Set(blocks.flatMap(({ fields }) => namesOf(fields)))].sort()
  return {
    headings: names.filter((name) => HEADINGS.has(name)),
    body: names,
  }
}
