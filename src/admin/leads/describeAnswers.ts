import { sentence } from '../sentence'
import { isFormFields } from './isFormFields'

export interface Answer {
  readonly name: string
  readonly label: string
  readonly value: string
  /** Where a reader goes from here: a mail, a call. */
  readonly href: string | null
}

export interface RawAnswer {
  readonly field: string
  readonly value: string
}

/**
 * What a visitor answered, in the words of the form. Answers to questions that the form no longer asks keep the name that
 * they were given under; the order is the form's.
 */
export function describeAnswers(raw: readonly RawAnswer[], formFields: unknown): Answer[] {
  const fields = isFormFields(formFields) ? formFields : []
  const placeOf = ({ field }: RawAnswer) => {
    const index = fields.findIndex(({ name }) => name === field)
    return index < 0 ? fields.length : index
  }
  return [...raw]
    .sort((one, other) => placeOf(one) - placeOf(other))
    .map(({ field: name, value }) => {
      const field = fields.find((one) => one.name === name)
      return {
        name,
        label: field?.label || sentence(name),
        value: describeValue(field?.blockType, field?.options ?? [], value),
        href: linkOf(name, field?.blockType, value),
      }
    })
}

type Options = readonly { label: string; value: string }[]

function describeValue(kind: string | undefined, options: Options, value: string): string {
  switch (kind) {
    case 'checkbox':
      return value === 'true' || value === 'on' ? 'Yes' : value
    case 'select':
    case 'radio':
      return options.find((option) => option.value === value)?.label ?? value
    case 'country':
      return countryName(value)
    case 'date':
      return dateOf(value)
    default:
      return value
  }
}

function linkOf(name: string, kind: string | undefined, value: string): string | null {
  if (kind === 'email' && /^[^\s@]+@[^\s@]+$/.test(value)) return `mailto:${encodeURI(value)}`
  const isNumber = /^\+?[\d\s()./-]{6,24}$/.test(value)
  return /phone|mobile|tel/i.test(name) && isNumber ? `tel:${value.replace(/[^\d+]/g, '')}` : null
}

function countryName(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  return new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code
}

function dateOf(value: string): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0]
  const time = day === undefined ? Number.NaN : Date.parse(day)
  if (Number.isNaN(time)) return value
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(time)
}
