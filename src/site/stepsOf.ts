import type { FormFieldDefinition } from './formDefinition'

export interface FormStep {
  readonly title: string | undefined
  readonly fields: readonly FormFieldDefinition[]
}

/** A form's fields, divided at its steps; a form without any is one step without a title. */
export function stepsOf(fields: readonly FormFieldDefinition[]): FormStep[] {
  const steps: { title: string | undefined; fields: FormFieldDefinition[] }[] = []
  for (const field of fields) {
    if (field.blockType === 'step') steps.push({ title: field.title ?? undefined, fields: [] })
    else if (steps.length === 0) steps.push({ title: undefined, fields: [field] })
    else steps.at(-1)?.fields.push(field)
  }
  return steps.length > 0 ? steps : [{ title: undefined, fields: [] }]
}
