import { sentence } from '../sentence'

/** What a JSON schema of ours says about the input of a value. */
export type Shape =
  | { readonly kind: 'object'; readonly properties: readonly Property[] }
  /** Names of one's own choosing, each on or off. */
  | { readonly kind: 'toggles' }
  | { readonly kind: 'text'; readonly maxLength: number | undefined; readonly long: boolean }
  | { readonly kind: 'number'; readonly min: number | undefined; readonly max: number | undefined }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'switch' }
  /** Texts, one per line. */
  | { readonly kind: 'list' }
  | { readonly kind: 'unknown' }

export interface Property {
  readonly name: string
  readonly label: string
  readonly hint: string | undefined
  readonly shape: Shape
}

/** Longer texts get more than a line. */
const LINE = 300

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const numberIn = (value: unknown) => (typeof value === 'number' ? value : undefined)

/** Reads the part of JSON schema that our schemas use; of anything else there is no input. */
export function readShape(schema: unknown): Shape {
  if (!isRecord(schema)) return { kind: 'unknown' }
  if (Array.isArray(schema.enum)) return { kind: 'choice', options: schema.enum.map(String) }
  switch (schema.type) {
    case 'object':
      if (isRecord(schema.properties)) {
        return { kind: 'object', properties: Object.entries(schema.properties).map(readProperty) }
      }
      return readShape(schema.additionalProperties).kind === 'switch'
        ? { kind: 'toggles' }
        : { kind: 'unknown' }
    case 'array':
      return readShape(schema.items).kind === 'text' ? { kind: 'list' } : { kind: 'unknown' }
    case 'string': {
      const maxLength = numberIn(schema.maxLength)
      return { kind: 'text', maxLength, long: maxLength !== undefined && maxLength > LINE }
    }
    case 'integer':
    case 'number':
      return { kind: 'number', min: numberIn(schema.minimum), max: numberIn(schema.maximum) }
    case 'boolean':
      return { kind: 'switch' }
    default:
      return { kind: 'unknown' }
  }
}

const readProperty = ([name, schema]: [string, unknown]): Property => ({
  name,
  label: sentence(name),
  hint: isRecord(schema) && typeof schema.description === 'string' ? schema.description : undefined,
  shape: readShape(schema),
})
