import type { Field } from 'payload'

/** Fields as they lie in the data: rows, collapsibles and groups without a name are for the admin only. */
export function flatFields(fields: readonly Field[]): Field[] {
  return fields.flatMap((field): Field[] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab): Field[] =>
        'name' in tab && tab.name
          ? [{ name: tab.name, type: 'group', fields: tab.fields }]
          : flatFields(tab.fields),
      )
    if ('fields' in field && !('name' in field && field.name)) return flatFields(field.fields)
    return field.type === 'ui' ? [] : [field]
  })
}
