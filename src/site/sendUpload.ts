import type { FormState } from './formDefinition'
import { LOCALE_INPUT } from './honeypot'
import { wordsOf } from './words'

const at = (value: unknown, ...keys: (string | number)[]): unknown =>
  keys.reduce<unknown>((found, key) => Reflect.get(Object(found), key), value)

const textAt = (value: unknown, ...keys: (string | number)[]): string | undefined => {
  const found = at(value, ...keys)
  return typeof found === 'string' ? found : undefined
}

/** Sends a form with files over the API. @returns what the server said, in the shape of the form's own action */
export async function sendUpload(
  form: string,
  data: FormData,
): Promise<FormState & { redirect?: string }> {
  const locale = data.get(LOCALE_INPUT)
  const { tryAgain } = wordsOf(typeof locale === 'string' ? locale : undefined)
  const values = Object.fromEntries(
    [...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  try {
    const response = await fetch(`/api/forms/${form}/submit`, { method: 'POST', body: data })
    const answer: unknown = await response.json()
    if (response.ok) return { done: true, redirect: textAt(answer, 'redirect') }
    const details = at(answer, 'errors', 0, 'details')
    const faults = Array.isArray(details) ? details : []
    return {
      values,
      message: response.status < 500 ? messageOf(answer) : tryAgain,
      errors: Object.fromEntries(
        faults.map((fault) => [textAt(fault, 'field') ?? '', textAt(fault, 'message')]),
      ),
    }
  } catch {
    return { values, errors: {}, message: tryAgain }
  }
}

/** The words of the whole form; where fields are to blame, they say it. */
function messageOf(answer: unknown): string | undefined {
  const faults = at(answer, 'errors', 0, 'details', 'length')
  const isGeneral = at(answer, 'errors', 0, 'code') === 'VALIDATION_FAILED' && Number(faults) > 0
  return isGeneral ? undefined : textAt(answer, 'errors', 0, 'message')
}
