import {
  ValidationError,
  type CollectionBeforeOperationHook,
  type FlattenedField,
  type Plugin,
} from 'payload'

const isRow = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where something stands for a group of fields that holds none: null, a text, a list. */
function emptyGroups(fields: readonly FlattenedField[], data: unknown, prefix = ''): string[] {
  if (!isRow(data)) return []
  return fields.flatMap((field): string[] => {
    const value = data[field.name]
    const path = `${prefix}${field.name}`
    if (value === undefined) return []
    if (field.type === 'group' || field.type === 'tab')
      return isRow(value) ? emptyGroups(field.flattenedFields, value, `${path}.`) : [path]
    if (!Array.isArray(value)) return []
    const rows: unknown[] = value
    if (field.type === 'array')
      return rows.flatMap((row, at) => emptyGroups(field.flattenedFields, row, `${path}.${at}.`))
    if (field.type !== 'blocks') return []
    return rows.flatMap((row, at) => {
      const block = field.blocks.find(({ slug }) => isRow(row) && slug === row.blockType)
      return block ? emptyGroups(block.flattenedFields, row, `${path}.${at}.`) : []
    })
  })
}

const refuse: CollectionBeforeOperationHook = ({ args, collection, operation }) => {
  const writes = operation === 'create' || operation === 'update' || operation === 'updateByID'
  if (!writes || !('data' in args)) return args
  const paths = emptyGroups(collection.flattenedFields, args.data)
  if (paths.length === 0) return args
  const message = 'This is a group of fields. Leave it out, or empty its fields one by one.'
  throw new ValidationError({
    collection: collection.slug,
    errors: paths.map((path) => ({ path, message })),
  })
}

/** Refuses `"meta": null` by the name of the field: Payload reads through it (3.90), which is a failure of the server. */
export const refuseEmptyGroups: Plugin = (config) => ({
  ...config,
  collections: (config.collections ?? []).map((collection) => ({
    ...collection,
    hooks: {
      ...collection.hooks,
      beforeOperation: [refuse, ...(collection.hooks?.beforeOperation ?? [])],
    },
  })),
})
