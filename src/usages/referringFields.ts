import { toWords, type FlattenedField, type SanitizedCollectionConfig } from 'payload'

import { isolationOf } from '@/tenancy/collectionKinds'

/** A field of a collection that can name a document of another one. */
export interface ReferringField {
  /** As a query names it: `header.items.link.page`. */
  readonly path: string
  /** As people read it: “Menu, Page”. */
  readonly label: string
  /** Names the collection beside the id. */
  readonly polymorphic: boolean
  /** Rich text, or blocks of which nobody notes what they name: no query finds an id in it. */
  readonly isText: boolean
  /** The row vanishes with what it names, or only says where it came from: neither keeps the document. */
  readonly keeps: 'always' | 'from deletion' | 'never'
}

type Collection = Pick<SanitizedCollectionConfig, 'slug' | 'flattenedFields' | 'custom'>

/**
 * The fields of a collection that can name a document of `target`, read from the config: a new collection is covered without an
 * edit. What the blocks of pages name is in their field `references`; other blocks are looked at as a whole, like rich text.
 */
export function referringFields(collection: Collection, target: string): ReferringField[] {
  const options = isolationOf(collection)
  // Payload's own (locks, preferences) name what somebody looks at.
  if (options?.isolation !== 'tenant' && options?.isolation !== 'identity') return []
  const notes = collection.flattenedFields.some(({ name }) => name === NOTES)
  return walk(collection.flattenedFields, '', [])

  function walk(
    fields: readonly FlattenedField[],
    prefix: string,
    labels: readonly string[],
  ): ReferringField[] {
    return fields.flatMap((field): ReferringField[] => {
      const path = `${prefix}${field.name}`
      const own = labelOf(field)
      const trail = own ? [...labels, own] : labels
      if (field.type === 'relationship' || field.type === 'upload') {
        const polymorphic = Array.isArray(field.relationTo)
        if (![field.relationTo].flat().some((slug) => slug === target)) return []
        const label = trail.join(', ') || field.name
        return [{ path, label, polymorphic, isText: false, keeps: keepsOf(path) }]
      }
      if (field.type === 'richText' || (field.type === 'blocks' && !notes)) {
        const label = trail.join(', ') || toWords(field.name)
        return [{ path, label, polymorphic: false, isText: true, keeps: 'always' }]
      }
      const below = field.type === 'group' || field.type === 'array' || field.type === 'tab'
      return below ? walk(field.flattenedFields, `${path}.`, trail) : []
    })
  }

  function keepsOf(path: string): ReferringField['keeps'] {
    const column = path.replaceAll('.', '_')
    if (options?.goesWith?.includes(column)) return 'never'
    return options?.recordOf?.includes(column) ? 'from deletion' : 'always'
  }
}

/** See src/collections/fields/referencesField.ts. */
const NOTES = 'references'

const labelOf = (field: FlattenedField): string | undefined =>
  'label' in field && typeof field.label === 'string' ? field.label : undefined
