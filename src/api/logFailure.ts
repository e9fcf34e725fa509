import { randomUUID } from 'node:crypto'

import type { Config } from 'payload'

import { AtriumError } from '@/errors'

import { describeError } from './answerError'

/** pino's, which is Payload's dependency and not ours. */
type LoggerOptions = Extract<Config['logger'], { options: unknown }>['options']
type LogMethod = NonNullable<NonNullable<LoggerOptions['hooks']>['logMethod']>

/** GraphQL wraps what a resolver threw. */
export const causeOf = (error: Error): unknown =>
  'originalError' in error && error.originalError ? error.originalError : error

const numbers = new WeakMap<object, string>()

/** The number of a failure, the same in the log and in the answer. */
export function correlationIdOf(error: Error): string {
  const cause = causeOf(error)
  const key = typeof cause === 'object' && cause !== null ? cause : error
  const number = numbers.get(key) ?? randomUUID()
  numbers.set(key, number)
  return number
}

/**
 * How Payload's bare record of an error (3.90, `logError`) is logged: what the caller did wrong in one line, at the level
 * “info”; a failure of the server's with its stack and its number. Payload's `loggingLevels` go by the names of classes, under
 * which 4xx and 5xx are mixed, and which GraphQL hides.
 */
export const logFailure: LogMethod = function (args, method) {
  const record: unknown = args[0]
  const error = bareError(record)
  if (!error) return method.apply(this, args)
  const cause = causeOf(error)
  const { status, body, unexpected } = describeError(cause)
  if (unexpected) {
    const correlationId = correlationIdOf(error)
    return method.apply(this, [{ err: cause, correlationId } as never, 'Request failed'])
  }
  const [first] = body.errors
  const internal = cause instanceof AtriumError ? cause.internal : undefined
  this.info({ status, code: first?.code, internal }, first?.message)
}

/** The error of a record that says nothing else. */
function bareError(record: unknown): Error | undefined {
  if (typeof record !== 'object' || record === null) return undefined
  const { err, ...others } = record as { err?: unknown }
  return err instanceof Error && Object.keys(others).length === 0 ? err : undefined
}
