import type { ErrorBody } from '@/api/answerError'

/** What became of an invitation, for the form. */
export type Answer =
  | { readonly sent: true; readonly message: string }
  | {
      readonly sent: false
      readonly message?: string
      readonly fields: Readonly<Record<string, string>>
    }

type Fault = { field: string; message: string }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isFault = (value: unknown): value is Fault =>
  isRecord(value) && typeof value.field === 'string' && typeof value.message === 'string'

const faultsIn = (value: unknown): Fault[] => (Array.isArray(value) ? value.filter(isFault) : [])

/**
 * Reads the answer of `POST /api/users/invite`: {@link ErrorBody} when it failed.
 *
 * @param problem what to say of a failure at no field
 */
export function readAnswer(
  ok: boolean,
  body: unknown,
  problem = 'The invitation could not be sent. Try again.',
): Answer {
  const answer = isRecord(body) ? body : {}
  if (ok)
    return {
      sent: true,
      message: typeof answer.message === 'string' ? answer.message : 'The invitation was sent.',
    }
  const errors: unknown = answer['errors' satisfies keyof ErrorBody]
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined
  const error = isRecord(first) ? first : {}
  const faults = [...faultsIn(error.fields), ...faultsIn(error.details)]
  if (faults.length > 0) {
    return {
      sent: false,
      fields: Object.fromEntries(faults.map(({ field, message }) => [field, message])),
    }
  }
  const message = typeof error.message === 'string' ? error.message : problem
  return { sent: false, message, fields: {} }
}
