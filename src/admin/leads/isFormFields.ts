import type { FormFieldDefinition } from '@/site/formDefinition'

/** Form definitions are JSON: whether a value is the fields of one, as far as leads need them. */
export const isFormFields = (value: unknown): value is readonly FormFieldDefinition[] =>
  Array.isArray(value) && value.every(isField)

const isField = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'blockType') === 'string'
