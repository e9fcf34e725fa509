import { type FieldRule } from './ImportMap'
import { isLocaleTag } from '../localeTag'
import { hasFields, type Sample, valuesOf } from './Sample'

/** A field here, and the names that it has elsewhere. Those that a sample has are mapped: of a document, the first that it has. */
export interface WantedField {
  readonly to: string
  readonly from: readonly string[]
  /** The rule but for its names. It is `localized` where a sample has a text for each language. */
  readonly how?: Omit<FieldRule, 'from' | 'to'>
}

/** Rules for those of the wanted fields that a sample has. */
export const rulesOf = (sample: Sample, wanted: readonly WantedField[]): FieldRule[] =>
  wanted.flatMap(({ to, from, how = {} }) => {
    const [first, ...others] = presentOf(sample, from)
    if (first === undefined) return []
    const isLocalized = [first, ...others].some((name) => isPerLanguage(sample, name, how))
    return [
      {
        from: first,
        ...(others.length > 0 && { or: others }),
        to,
        ...how,
        ...(isLocalized && { localized: true as const }),
      },
    ]
  })

const isPerLanguage = (sample: Sample, field: string, { as, secret }: FieldRule): boolean =>
  as === 'text' &&
  !secret &&
  valuesOf(sample, field).some(
    (value) => value.type === 'object' && value.size > 0 && value.keys.every(isLocaleTag),
  )

/** Which of some fields a sample has. */
export const presentOf = (sample: Sample, fields: readonly string[]): string[] =>
  fields.filter((field) => hasFields(sample, field))

const TEXT = { as: 'text' } as const
const DATE = { as: 'date' } as const

export const text = (to: string, ...others: readonly string[]): WantedField => ({
  to,
  from: [to, ...others],
  how: TEXT,
})

/** A text that nobody may read among the documents. */
export const secret = (to: string, ...others: readonly string[]): WantedField => ({
  to,
  from: [to, ...others],
  how: { as: 'text', secret: true },
})

export const date = (to: string, ...others: readonly string[]): WantedField => ({
  to,
  from: [to, ...others],
  how: DATE,
})

export const plain = (to: string, ...others: readonly string[]): WantedField => ({
  to,
  from: [to, ...others],
})

export const number = (to: string, ...others: readonly string[]): WantedField => ({
  to,
  from: [to, ...others],
  how: { as: 'number' },
})

export const boolean = (to: string, ...others: readonly string[]): WantedField => ({
  to,
  from: [to, ...others],
  how: { as: 'boolean' },
})

export const reference = (
  to: string,
  collection: string,
  ...others: readonly string[]
): WantedField => ({ to, from: [to, ...others], how: { as: 'reference', collection } })
