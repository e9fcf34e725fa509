import type { Field } from 'payload'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The places in a piece of content that are longer than their field's `maxLength` or `maxRows`. */
export const tooLong = (fields: readonly Field[], data: unknown, at: string): string[] =>
  fields.flatMap((field) => {
    if ((field.type === 'row' || field.type === 'collapsible') && 'fields' in field) {
      return tooLong(field.fields, data, at)
    }
    if (!('name' in field) || !isRecord(data)) return []
    const value = data[field.name]
    const here = `${at}.${field.name}`
    if (field.type === 'group') return tooLong(field.fields, value, here)
    if (field.type === 'array' && Array.isArray(value)) {
      const rows = value.flatMap((row, index) => tooLong(field.fields, row, `${here}.${index}`))
      return value.length > (field.maxRows ?? Infinity) ? [here, ...rows] : rows
    }
    const limit = 'maxLength' in field ? field.maxLength : undefined
    return typeof value === 'string' && value.length > (limit ?? Infinity) ? [here] : []
  })
