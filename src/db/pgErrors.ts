import { NotFound, ValidationError } from 'payload'

import { AtriumError } from '@/errors'

/** What PostgreSQL said, as far as code may decide on it. Its message and DETAIL name values of rows: they stay inside. */
export interface DatabaseFault {
  readonly sqlstate: string
  readonly constraint: string | undefined
  readonly hint: string | undefined
}

const text = (holder: object, key: string): string | undefined => {
  const value: unknown = Reflect.get(holder, key)
  return typeof value === 'string' ? value : undefined
}

/** Finds the PostgreSQL error inside what drizzle and Payload wrap around it. */
export function databaseFault(error: unknown): DatabaseFault | undefined {
  let current = error
  for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth++) {
    const sqlstate = text(current, 'code')
    // EPIPE has five letters too, and no digit as every SQLSTATE has.
    if (sqlstate && /^(?=.*\d)[0-9A-Z]{5}$/.test(sqlstate)) {
      return { sqlstate, constraint: text(current, 'constraint'), hint: text(current, 'hint') }
    }
    current = Reflect.get(current, 'cause')
  }
  return undefined
}

/** The connection is gone or was refused: nothing was decided about the data, and a retry may succeed. */
export function isUnavailable(error: unknown): boolean {
  const fault = databaseFault(error)
  if (fault) return /^(08|57P0|53)/.test(fault.sqlstate)
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = text(current, 'code')
    if (code && ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT'].includes(code))
      return true
    if (
      /Connection terminated|timeout exceeded when trying to connect|is not queryable/.test(
        current.message,
      )
    )
      return true
  }
  return false
}

export interface FaultContext {
  readonly collection: string | undefined
  /** What a broken unique rule means to a person, by the field that Payload reports. */
  readonly clashes: Readonly<Record<string, { field: string; message: string }>>
  /** Whether something was being deleted: a broken reference then is one to it. */
  readonly deletes?: boolean
  /** Whether somebody's `where` was being read: a statement that PostgreSQL does not understand is then theirs. */
  readonly queries?: boolean
}

const INVALID_REFERENCE = 'This refers to something that does not exist in this space.'

/**
 * The one translation of database errors, by SQLSTATE and constraint name. What belongs to another tenant and what does
 * not exist answer alike.
 */
export function translateFault(
  error: unknown,
  { collection, clashes, deletes = false, queries = false }: FaultContext,
): unknown {
  const fault = databaseFault(error)
  if (queries && isUnanswerable(error))
    return new AtriumError('QUERY_REJECTED', { internal: String(error) })
  if (!fault) {
    if (isUnavailable(error))
      return new AtriumError('DATABASE_UNAVAILABLE', { internal: String(error) })
    if (isValidationError(error)) return withReadableClashes(error, clashes, collection)
    return error
  }
  switch (fault.sqlstate) {
    case '42501': // insufficient_privilege: a row-level policy refused, or there is no scope
      return new NotFound()
    case '23503': // foreign_key_violation
      if (deletes) return new AtriumError('IN_USE', { internal: fault.constraint })
      return new AtriumError('VALIDATION_FAILED', {
        message: INVALID_REFERENCE,
        internal: fault.constraint,
      })
    case '23502': // not_null_violation: a child row whose parent is not visible
      return new AtriumError('VALIDATION_FAILED', {
        message: INVALID_REFERENCE,
        internal: fault.constraint,
      })
    case '23001': // restrict_violation
      return new AtriumError('IN_USE', { internal: fault.constraint })
    case '23505': {
      const clash = Object.values(clashes)[0]
      return new AtriumError('CONFLICT', { message: clash?.message, internal: fault.constraint })
    }
    case '23514': // check_violation
    case 'AT001': // raised by our own triggers, with a message for people in HINT
      return new AtriumError('VALIDATION_FAILED', {
        message: fault.hint,
        internal: fault.constraint,
      })
    case '22P02': // invalid_text_representation: an id that is no UUID
      return new NotFound()
    case '40001':
    case '40P01':
      return new AtriumError('CONFLICT', {
        message: 'Somebody else changed the same thing. Try again.',
      })
    case '57014': // query_canceled: statement_timeout
      return new AtriumError('QUERY_TOO_COMPLEX', { internal: 'statement timeout' })
    default:
      // data_exception: U+0000, a date that is none, a negative offset. The caller sent it.
      if (fault.sqlstate.startsWith('22')) {
        return new AtriumError('BAD_REQUEST', { internal: fault.sqlstate })
      }
      return isUnavailable(error)
        ? new AtriumError('DATABASE_UNAVAILABLE', { internal: fault.sqlstate })
        : error
  }
}

/**
 * drizzle (3.90) writes down any operator for any field: `like` for a date (42883, undefined_function), an object for text (42804,
 * datatype_mismatch), `greater_than` inside of JSON (42601, syntax_error). Of a value in JSON it says so itself.
 */
const isUnanswerable = (error: unknown): boolean =>
  ['42601', '42804', '42883'].includes(databaseFault(error)?.sqlstate ?? '') ||
  (error instanceof Error && error.message === 'Invalid value type')

/** What PostgreSQL refused: it refuses everything else in the same transaction, too. Payload words a broken unique rule anew. */
export const endsTransaction = (error: unknown): boolean =>
  isValidationError(error) || databaseFault(error) !== undefined

/** in_failed_sql_transaction: what the next statement gets after one that failed. It says nothing of its own. */
export const isAftermath = (error: unknown): boolean => databaseFault(error)?.sqlstate === '25P02'

interface ValidationFault extends Error {
  readonly status: number
  readonly data: {
    readonly collection?: string
    readonly errors: { path: string | null; message: string; label?: unknown }[]
  }
}

/** By shape, not by class: the build has several copies of Payload, and errors cross from one to the other. */
export function isValidationError(error: unknown): error is ValidationFault {
  if (!(error instanceof Error)) return false
  const data: unknown = Reflect.get(error, 'data')
  return typeof data === 'object' && data !== null && Array.isArray(Reflect.get(data, 'errors'))
}

/** Payload words every broken unique rule alike; people are told what clashes with what. */
function withReadableClashes(
  error: ValidationFault,
  clashes: FaultContext['clashes'],
  collection: string | undefined,
): Error {
  const first = error.data.errors[0]
  // Of a rule on a child table Payload knows no column (3.90).
  const clash = first && clashes[first.path ?? 'children']
  if (!clash || error.data.errors.length !== 1) return error
  return new ValidationError({
    collection,
    errors: [{ message: clash.message, path: clash.field }],
  })
}
