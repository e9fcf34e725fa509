import { isValidationError } from '@/db/pgErrors'

import { PermanentFailure } from './PermanentFailure'

const UNKNOWN = 'Something went wrong inside Atrium. The log of the server says what.'

/** What people are told of a failed try. Unknown errors name values of rows and addresses of servers: they stay in the log. */
export function describeFailure(error: unknown): string {
  if (error instanceof PermanentFailure) return error.message
  if (isValidationError(error)) {
    const fields = error.data.errors.map(({ label, path, message }) => {
      const name = typeof label === 'string' ? label : (path ?? '')
      return `${name}: ${message}`
    })
    return `Some fields are not valid. ${fields.join(' ')}`.slice(0, 500)
  }
  return error instanceof Error && statusOf(error) < 600 ? error.message.slice(0, 500) : UNKNOWN
}

/** Errors with a status are worded for whoever called. @returns 600 for one without. */
function statusOf(error: Error): number {
  const status: unknown = Reflect.get(error, 'status')
  return typeof status === 'number' ? status : 600
}
