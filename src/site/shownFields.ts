import type { FormFieldDefinition } from './formDefinition'

type Values = Readonly<Record<string, string | undefined>>

/** As browsers send a ticked box, and as it is stored. */
const plain = (field: FormFieldDefinition, value: string | undefined): string => {
  const given = (value ?? '').trim()
  return field.blockType === 'checkbox' && given === 'on' ? 'true' : given
}

/**
 * The fields whose condition holds for these answers. A condition names an earlier field, and an answer to a field that is not
 * shown does not count: so one pass from the first to the last is enough. The same in the browser and on the server.
 */
export function shownFields(
  fields: readonly FormFieldDefinition[],
  values: Values,
): ReadonlySet<FormFieldDefinition> {
  const shown = new Set<FormFieldDefinition>()
  const answers = new Map<string, string>()
  for (const field of fields) {
    const { field: on, value } = field.showIf ?? {}
    if (on && answers.get(on) !== (value ?? '').trim()) continue
    shown.add(field)
    if (field.name) answers.set(field.name, plain(field, values[field.name]))
  }
  return shown
}
