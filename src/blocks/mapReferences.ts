import type { Block, Field } from 'payload'

export interface Reference {
  readonly relationTo: string
  readonly value: string
}

/** The document that takes the place of another one; null where nothing does. */
export type ReferenceMap = (reference: Reference) => string | null

interface MapOptions {
  /** Gives blocks, rows and nodes of rich text ids of their own, so that a copy shares none with its original. */
  readonly newId?: () => string
}

type Row = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const rowsOf = (value: unknown): Row[] => (Array.isArray(value) ? value.filter(isRow) : [])

/**
 * A copy of a layout in which each document that it refers to is replaced: uploads, relationships, links and uploads in rich
 * text. What maps to null is emptied: a field is null, a list goes on without it, a link leaves its text, an upload in rich text
 * goes. What the blocks do not declare is left out, and so is what stands where a reference should and is none: a copy holds no
 * id that `mapOf` did not give.
 */
export function mapReferences(
  layout: unknown,
  blocks: readonly Block[],
  mapOf: ReferenceMap,
  { newId }: MapOptions = {},
): Row[] {
  /** The id, of a document or of what it was populated to, in the new place. */
  const mapId = (relationTo: unknown, value: unknown): string | null => {
    const id = isRow(value) ? value.id : value
    return typeof relationTo === 'string' && typeof id === 'string'
      ? mapOf({ relationTo, value: id })
      : null
  }

  const mapValue = (relationTo: string | string[], value: unknown): unknown => {
    if (Array.isArray(value)) {
      return value.map((one) => mapValue(relationTo, one)).filter((one) => one !== null)
    }
    if (!Array.isArray(relationTo)) return mapId(relationTo, value)
    if (!isRow(value)) return null
    const id = mapId(value.relationTo, value.value)
    return id === null ? null : { relationTo: value.relationTo, value: id }
  }

  const idOf = ({ id }: Row): Row => (id == null ? {} : { id: newId?.() ?? id })

  /** What a field has in a row, mapped; nothing of what the row has besides. */
  const mapField = (field: Field, row: Row): Row => {
    switch (field.type) {
      case 'row':
      case 'collapsible':
        return mapFields(field.fields, row)
      case 'group':
        if (!('name' in field) || !field.name) return mapFields(field.fields, row)
        return mapGroup(field.name, field.fields, row)
      case 'tabs':
        return merge(
          field.tabs.map((tab) =>
            'name' in tab && tab.name
              ? mapGroup(tab.name, tab.fields, row)
              : mapFields(tab.fields, row),
          ),
        )
      case 'ui':
      case 'join':
        return {}
    }
    if (!(field.name in row)) return {}
    const value = row[field.name]
    switch (field.type) {
      case 'upload':
      case 'relationship':
        return { [field.name]: mapValue(field.relationTo, value) }
      case 'richText':
        return { [field.name]: mapRichText(value) }
      case 'array':
        return {
          [field.name]: rowsOf(value).map((child) => ({
            ...idOf(child),
            ...mapFields(field.fields, child),
          })),
        }
      case 'blocks':
        return { [field.name]: mapBlocks(value, field.blocks) }
      default:
        return { [field.name]: structuredClone(value) }
    }
  }

  const mapFields = (fields: readonly Field[], row: Row): Row =>
    merge(fields.map((field) => mapField(field, row)))

  const mapGroup = (name: string, fields: readonly Field[], row: Row): Row => {
    const child = row[name]
    return isRow(child) ? { [name]: mapFields(fields, child) } : {}
  }

  const mapRichText = (value: unknown): unknown => {
    if (!isRow(value) || !isRow(value.root)) return null
    const [root] = mapNode(value.root)
    // The editor refuses a text without a paragraph, but takes none at all.
    return isRow(root) && rowsOf(root.children).length > 0 ? { ...value, root } : null
  }

  const mapNodes = (nodes: unknown): Row[] => rowsOf(nodes).flatMap(mapNode)

  /** Lexical keeps a link to a document as `fields.doc`, an upload as `relationTo` and `value` on the node. */
  const mapNode = (node: Row): Row[] => {
    const children: Row = 'children' in node ? { children: mapNodes(node.children) } : {}
    const copy: Row = { ...node, ...idOf(node), ...children }
    if (node.type === 'upload' || node.type === 'relationship') {
      const value = mapId(node.relationTo, node.value)
      return value === null ? [] : [{ ...copy, value }]
    }
    if (!isRow(node.fields) || !('doc' in node.fields)) return [copy]
    const { doc: named, linkType } = node.fields
    const value = isRow(named) ? mapId(named.relationTo, named.value) : null
    if (value === null && linkType !== 'custom') return rowsOf(children.children)
    const doc = isRow(named) && value !== null ? { relationTo: named.relationTo, value } : null
    return [{ ...copy, fields: { ...node.fields, doc } }]
  }

  const mapBlocks = (value: unknown, known: readonly Block[]): Row[] =>
    rowsOf(value).flatMap((row) => {
      const block = known.find(({ slug }) => slug === row.blockType)
      if (!block) return []
      const { blockType, blockName } = row
      const named = blockName == null ? {} : { blockName }
      return [{ ...idOf(row), blockType, ...named, ...mapFields(block.fields, row) }]
    })

  return mapBlocks(layout, blocks)
}

const merge = (parts: readonly Row[]): Row => Object.assign({}, ...parts)
