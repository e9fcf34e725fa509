import { choiceProblem, kindProblem, totalProblem, type ChosenFile } from '@/leads/files/fileLimits'
import { looksAccepted } from '@/leads/files/fileKinds'

import type { FormDefinition } from './formDefinition'
import { LOCALE_INPUT } from './honeypot'
import { wordsOf } from './words'

const inputsOf = (form: HTMLFormElement) => [
  ...form.querySelectorAll<HTMLInputElement>('input[type=file]'),
]

const sizeOf = (chosen: readonly ChosenFile[]): number =>
  chosen.reduce((sum, { size }) => sum + size, 0)

/** Says at an input, as the browser says what else is wrong there, that files cannot be sent: before they are. The server looks again. */
export function checkChosen(
  { fields, upload }: Pick<FormDefinition, 'fields' | 'upload'>,
  form: HTMLFormElement,
): void {
  if (!upload) return
  const locale = form.querySelector<HTMLInputElement>(`[name="${LOCALE_INPUT}"]`)
  const words = wordsOf(locale?.value)
  let total = 0
  for (const input of inputsOf(form)) {
    const field = fields?.find(({ name }) => name === input.name)
    if (!field) continue
    const chosen = input.matches(':disabled') ? [] : [...(input.files ?? [])]
    total += sizeOf(chosen)
    const odd = chosen.find((file) => !looksAccepted(field, file))
    const problem =
      choiceProblem(field, chosen, upload.bytes, words) ??
      (odd && kindProblem(field, odd, words)) ??
      (total > upload.bytes ? totalProblem(upload.bytes, words) : '')
    const isNew = problem !== '' && problem !== input.validationMessage
    input.setCustomValidity(problem)
    if (isNew) input.reportValidity()
  }
}
