import type { FormDefinition } from '@/site/formDefinition'
import { wordsOf } from '@/site/words'

import type { Answers } from './emailOf'
import type { NamedAnswer } from './mail/fillTemplate'

/** Answers with the words of their questions and options, in the order of the form. */
export function nameAnswers(
  form: Pick<FormDefinition, 'fields'>,
  answers: Answers,
  { yes } = wordsOf(undefined),
): NamedAnswer[] {
  const fields = form.fields ?? []
  const placeOf = (name: string) => {
    const index = fields.findIndex((field) => field.name === name)
    return index < 0 ? fields.length : index
  }
  return [...answers]
    .sort((one, other) => placeOf(one.field) - placeOf(other.field))
    .map(({ field: name, value }) => {
      const field = fields.find((one) => one.name === name)
      const option = field?.options?.find((one) => one.value === value)?.label
      const isTick = field?.blockType === 'checkbox' && (value === 'true' || value === 'on')
      return { field: name, label: field?.label || name, value: isTick ? yes : (option ?? value) }
    })
}
