import type { FlattenedField, SanitizedCollectionConfig } from 'payload'

import { isolationOf } from '@/tenancy/collectionKinds'

/** A field of a collection that can name a document of another one. */
export interface ReferringField {
  /** As a query names it: `header.items.link.page`. */
  readonly path: string
  /** As people read it: “Menu, Page”. */
  readonly label: string
  /** Names the collection beside the id. */
  readonly polymorphic: boolean
  /** The row vanishes with what it names, or only says where it came from: neither keeps the document. */
  readonly keeps: 'always' | 'from deletion' | 'never'
}

type Collection = Pick<SanitizedCollectionConfig, 'slug' | 'flattenedFields' | 'custom'>

/**
 * The fields of a collection that can name a document of `target`, read from the config: a new collection is covered without an
 * edit. Fields in blocks are not among them; what blocks name is in the field `references` of their page.
 */
export function referringFields(collection: Collection, target: string): ReferringField[] {
  const options = isolationOf(collection)
  // Payload's own (locks, preferences) name what somebody looks at.
  if (options?.isolation !== 'tenant' && options?.isolation !== 'identity') return []
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
        return [{ path, label, polymorphic, keeps: keepsOf(path) }]
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

const labelOf = (field: FlattenedField): string | undefined =>
  'label' in field && typeof field.label === 'string' ? field.label : undefined
