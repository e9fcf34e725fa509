import { CAPTCHA } from '@/site/captchaInput'
import { CONSENT } from '@/site/consentInput'
import type { FormDefinition, FormFieldDefinition } from '@/site/formDefinition'
import { HONEYPOT, LOCALE_INPUT } from '@/site/honeypot'
import { shownFields } from '@/site/shownFields'
import { wordsOf, type Words } from '@/site/words'

import type { Upload } from './files/checkFiles'
import { choiceProblem, isFileField, totalOf, totalProblem } from './files/fileLimits'
import { isEmail } from './mail/isEmail'
import type { Files } from './readFormData'

export type Values = Readonly<Record<string, string>>

export type Validated =
  | {
      readonly ok: true
      readonly answers: { field: string; value: string }[]
      readonly uploads: Upload[]
    }
  | { readonly ok: false; readonly errors: Record<string, string>; readonly message?: string }

interface SentFiles {
  readonly files: Files
  /** How many bytes all files of a submission may have on this platform. */
  readonly platform: number
}

const MAX_LENGTH: Readonly<Record<string, number>> = { textarea: 5_000, email: 254 }
const MAX_TEXT = 500

/** Inputs that belong to the form and not to its questions. */
export const OWN_INPUTS: ReadonlySet<string> = new Set([
  HONEYPOT,
  CONSENT,
  CAPTCHA,
  'form',
  'token',
  LOCALE_INPUT,
])

const isQuestion = (field: FormFieldDefinition): field is FormFieldDefinition & { name: string } =>
  field.blockType !== 'message' && typeof field.name === 'string' && field.name !== ''

/**
 * Checks what was sent against the form's own definition; every fault is named at its field. Of files it looks at what is known before
 * they are read: their number and sizes.
 */
export function validateSubmission(
  form: FormDefinition,
  values: Values,
  countries: ReadonlySet<string>,
  words: Words = wordsOf(undefined),
  { files, platform }: SentFiles = { files: new Map(), platform: 0 },
): Validated {
  const questions = (form.fields ?? []).filter(isQuestion)
  const undeclared = undeclaredIn(questions, values, files)
  const errors: Record<string, string> = {}
  const answers: { field: string; value: string }[] = []
  const uploads: Upload[] = []
  // What is not shown is neither asked for nor kept, whatever was sent for it.
  const shown = shownFields(form.fields ?? [], values)
  for (const field of questions) {
    if (!shown.has(field)) continue
    if (isFileField(field)) {
      const chosen = files.get(field.name) ?? []
      const problem =
        chosen.length === 0
          ? emptyProblem(field, words)
          : choiceProblem(field, chosen, platform, words)
      if (problem) errors[field.name] = problem
      else if (chosen.length > 0) uploads.push({ field, files: chosen })
      continue
    }
    const value = (values[field.name] ?? '').trim()
    const problem =
      value === '' ? emptyProblem(field, words) : valueProblem(field, value, countries, words)
    if (problem) errors[field.name] = problem
    else if (value !== '') answers.push({ field: field.name, value })
  }
  const disagrees = consentProblem(form, values, words)
  if (disagrees) errors[CONSENT] = disagrees
  if (undeclared.length > 0) {
    return {
      ok: false,
      errors,
      message: words.unknownField,
    }
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const total = totalOf(form.fields ?? [], platform)
  if (sizeOf(uploads) > total) return { ok: false, errors, message: totalProblem(total, words) }
  if (answers.length + uploads.length === 0) return { ok: false, errors, message: words.fillForm }
  return { ok: true, answers, uploads }
}

/** Names of what was sent for no field of its kind: text has no place in a field of files, nor a file in any other. */
function undeclaredIn(
  questions: readonly (FormFieldDefinition & { name: string })[],
  values: Values,
  files: Files,
): string[] {
  const namesOf = (ofFiles: boolean) =>
    new Set(questions.filter((one) => isFileField(one) === ofFiles).map(({ name }) => name))
  const [texts, uploads] = [namesOf(false), namesOf(true)]
  return [
    ...Object.entries(values).flatMap(([name, value]) =>
      // An input without a choice may be sent as empty text.
      texts.has(name) || OWN_INPUTS.has(name) || (uploads.has(name) && value === '') ? [] : [name],
    ),
    ...[...files.keys()].filter((name) => !uploads.has(name)),
  ]
}

const sizeOf = (uploads: readonly Upload[]): number =>
  uploads.flatMap(({ files }) => files).reduce((sum, { size }) => sum + size, 0)

/** The box has the version of its words for a value: a visitor agrees to what they have read. */
function consentProblem(
  { consent }: FormDefinition,
  values: Values,
  words: Words,
): string | undefined {
  if (!consent?.text) return undefined
  const given = values[CONSENT] ?? ''
  if (given === '') return words.tickThis
  return given === String(consent.version ?? '') ? undefined : words.consentChanged
}

function emptyProblem(
  { required, blockType }: FormFieldDefinition,
  words: Words,
): string | undefined {
  if (!required) return undefined
  if (isFileField({ blockType })) return words.chooseFile
  return blockType === 'checkbox' ? words.tickThis : words.fillThis
}

function valueProblem(
  field: FormFieldDefinition,
  value: string,
  countries: ReadonlySet<string>,
  words: Words,
): string | undefined {
  // PostgreSQL has no U+0000 in text, and no form has a key for it.
  if (value.includes('\u0000')) return words.badCharacter
  const limit = MAX_LENGTH[field.blockType] ?? MAX_TEXT
  if (value.length > limit) return words.tooLong(limit, value.length)
  switch (field.blockType) {
    case 'email':
      return isEmail(value) ? undefined : words.badEmail
    case 'number':
      return Number.isFinite(Number(value)) ? undefined : words.badNumber
    case 'checkbox':
      return value === 'true' || value === 'on' ? undefined : words.badChoice
    case 'select':
    case 'radio':
      return field.options?.some((option) => option.value === value) ? undefined : words.badOption
    case 'date':
      return isDate(value) ? undefined : words.badDate
    case 'country':
      return countries.has(value) ? undefined : words.badCountry
    default:
      return undefined
  }
}

function isDate(value: string): boolean {
  const day = /^(\d{4}-\d{2}-\d{2})(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/.exec(value)?.[1]
  return (
    day !== undefined &&
    !Number.isNaN(Date.parse(day)) &&
    new Date(day).toISOString().startsWith(day)
  )
}
