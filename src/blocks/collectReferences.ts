import type { Block, Field } from 'payload'

export interface Reference {
  readonly relationTo: string
  readonly value: string
}

type Row = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const rowsOf = (value: unknown): Row[] => (Array.isArray(value) ? value.filter(isRow) : [])

/** Every document that a layout refers to: uploads, relationships and links in rich text, each once. */
export function collectReferences(layout: unknown, blocks: readonly Block[]): Reference[] {
  const found = new Map<string, Reference>()
  const add = (relationTo: unknown, value: unknown) => {
    const id = isRow(value) ? value.id : value
    if (typeof relationTo !== 'string' || typeof id !== 'string') return
    found.set(`${relationTo}:${id}`, { relationTo, value: id })
  }

  const readField = (field: Field, row: Row): void => {
    switch (field.type) {
      case 'upload':
      case 'relationship': {
        const value = row[field.name]
        for (const one of Array.isArray(value) ? value : [value]) {
          if (Array.isArray(field.relationTo)) {
            if (isRow(one)) add(one.relationTo, one.value)
          } else add(field.relationTo, one)
        }
        return
      }
      case 'richText':
        return readRichText(row[field.name])
      case 'array':
        return rowsOf(row[field.name]).forEach((child) => readFields(field.fields, child))
      case 'group': {
        const child = 'name' in field && field.name ? row[field.name] : row
        return isRow(child) ? readFields(field.fields, child) : undefined
      }
      case 'row':
      case 'collapsible':
        return readFields(field.fields, row)
      case 'tabs':
        return field.tabs.forEach((tab) => {
          const child = 'name' in tab && tab.name ? row[tab.name] : row
          if (isRow(child)) readFields(tab.fields, child)
        })
      case 'blocks':
        return readBlocks(row[field.name], field.blocks)
    }
  }

  const readFields = (fields: readonly Field[], row: Row) =>
    fields.forEach((field) => readField(field, row))

  /** Lexical keeps a link to a document as `fields.doc`, an upload as `relationTo` and `value` on the node. */
  const readRichText = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(readRichText)
    if (!isRow(node)) return
    if (isRow(node.fields) && isRow(node.fields.doc)) {
      add(node.fields.doc.relationTo, node.fields.doc.value)
    }
    if (node.type === 'upload' || node.type === 'relationship') add(node.relationTo, node.value)
    readRichText(node.root)
    readRichText(node.children)
  }

  const readBlocks = (value: unknown, known: readonly Block[]) =>
    rowsOf(value).forEach((row) => {
      const block = known.find(({ slug }) => slug === row.blockType)
      if (block) readFields(block.fields, row)
    })

  readBlocks(layout, blocks)
  return [...found.values()]
}
