import type { FormDefinition } from '@/site/formDefinition'

import { isEmail } from './mail/isEmail'

export type Answers = readonly { readonly field: string; readonly value: string }[]

/** The visitor's address: what was answered to the form's first question for one. */
export function emailOf(
  form: Pick<FormDefinition, 'fields'>,
  answers: Answers,
): string | undefined {
  const field = form.fields?.find(({ blockType }) => blockType === 'email')?.name
  const value = answers
    .find((answer) => answer.field === field)
    ?.value.trim()
    .toLowerCase()
  return value !== undefined && isEmail(value) ? value : undefined
}
