import type { Block, Field } from 'payload'

import { flatFields } from './flatFields'
import type { Reference } from './mapReferences'

type Row = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is wrong with a reference, in words; undefined for one that leads to a document. */
export type ProblemOfReference = (reference: Reference) => string | undefined

/**
 * What is not as the blocks declare it: an unknown block, a field that does not exist, a value of another type, a reference that
 * leads nowhere. Payload (3.90) stores blocks of JSON as they come and checks lengths and choices, which is enough for its own admin and not for
 * what others wrote. Each with the place at which it is: “2 (hero) › actions › 1 › link › page: …”.
 */
export function problemsOf(
  layout: unknown,
  blocks: readonly Block[],
  problemOf: ProblemOfReference,
): string[] {
  const problems: string[] = []
  const note = (path: readonly string[], words: string) => {
    problems.push(`${path.join(' › ')}: ${words}`)
  }

  const readReference = (relationTo: unknown, value: unknown, path: readonly string[]) => {
    const problem =
      typeof relationTo === 'string' && typeof value === 'string'
        ? problemOf({ relationTo, value })
        : 'This must be an id or a name.'
    if (problem) note(path, problem)
  }

  const readRelation = (relationTo: string | string[], value: unknown, path: readonly string[]) => {
    if (!Array.isArray(relationTo)) return readReference(relationTo, value, path)
    const named = isRow(value) && relationTo.some((one) => one === value.relationTo)
    if (named) readReference(value.relationTo, value.value, path)
    else note(path, 'This must say what it refers to.')
  }

  const readList = (
    value: unknown,
    path: readonly string[],
    read: (one: unknown, path: readonly string[]) => void,
  ) => {
    if (!Array.isArray(value)) return note(path, 'This must be a list.')
    value.forEach((one, index) => read(one, [...path, String(index + 1)]))
  }

  const readField = (field: Field, row: Row, path: readonly string[]): void => {
    if (!('name' in field) || !field.name) return
    const value = row[field.name]
    if (value === undefined || value === null) return
    const here = [...path, field.name]
    const many = 'hasMany' in field && field.hasMany === true
    const each = (read: (one: unknown, path: readonly string[]) => void) =>
      many ? readList(value, here, read) : read(value, here)
    switch (field.type) {
      case 'upload':
      case 'relationship':
        return each((one, at) => readRelation(field.relationTo, one, at))
      case 'array':
        return readList(value, here, (one, at) => readRow(one, field.fields, at))
      case 'blocks':
        return readBlocks(value, field.blocks, here)
      case 'group':
        return readRow(value, field.fields, here, [])
      case 'richText':
        return readRichText(value, here)
      case 'checkbox':
        return typeof value === 'boolean' ? undefined : note(here, 'This must be true or false.')
      case 'number':
        return each((one, at) => {
          if (typeof one !== 'number') note(at, 'This must be a number.')
        })
      default:
        return each((one, at) => {
          if (typeof one !== 'string') note(at, 'This must be text.')
        })
    }
  }

  const readRow = (
    row: unknown,
    fields: readonly Field[],
    path: readonly string[],
    besides: readonly string[] = ['id'],
  ): void => {
    if (!isRow(row)) return note(path, 'This must be an object.')
    const declared = flatFields(fields)
    const known = new Set([...declared.flatMap(nameOf), ...besides])
    for (const key of Object.keys(row))
      if (!known.has(key)) note(path, `There is no field “${key.slice(0, 40)}”.`)
    if (row.id != null && typeof row.id !== 'string') note([...path, 'id'], 'This must be text.')
    for (const field of declared) readField(field, row, path)
  }

  const readRichText = (value: unknown, path: readonly string[]): void => {
    if (!isRow(value) || !isRow(value.root)) return note(path, 'This must be text of the editor.')
    readNode(value.root, path)
  }

  /** Lexical keeps a link to a document as `fields.doc`, an upload as `relationTo` and `value` on the node. */
  const readNode = (node: unknown, path: readonly string[]): void => {
    if (!isRow(node) || typeof node.type !== 'string')
      return note(path, 'This must be text of the editor.')
    if (node.type === 'upload' || node.type === 'relationship')
      readReference(node.relationTo, node.value, path)
    if (isRow(node.fields) && isRow(node.fields.doc))
      readReference(node.fields.doc.relationTo, node.fields.doc.value, [...path, 'link'])
    if (node.children !== undefined) readList(node.children, path, (child) => readNode(child, path))
  }

  const readBlocks = (value: unknown, known: readonly Block[], path: readonly string[]) =>
    readList(value, path, (row, at) => {
      const type: unknown = isRow(row) ? row.blockType : undefined
      const block = known.find(({ slug }) => slug === type)
      const here = [...at.slice(0, -1), `${at.at(-1)}${block ? ` (${block.slug})` : ''}`]
      if (block) readRow(row, block.fields, here, ['id', 'blockType', 'blockName'])
      else note(at, `There is no block “${String(type).slice(0, 40)}”.`)
    })

  readBlocks(layout, blocks, [])
  return problems
}

const nameOf = (field: Field): string[] => ('name' in field && field.name ? [field.name] : [])
