import { APIError } from 'payload'

/**
 * Everything that can go wrong in a way that a caller may act on: code → HTTP status and what people are told.
 * The codes are part of the API and do not change.
 */
export const ERRORS = {
  BAD_REQUEST: { status: 400, message: 'The request cannot be read.' },
  VALIDATION_FAILED: { status: 400, message: 'Some fields are not valid.' },
  QUERY_REJECTED: {
    status: 400,
    message: 'The query uses a field or an operator that is not available.',
  },
  QUERY_TOO_COMPLEX: { status: 400, message: 'The query asks for too much at once.' },
  NOT_SIGNED_IN: { status: 401, message: 'Sign in first.' },
  WRONG_CREDENTIALS: { status: 401, message: 'The e-mail or password is incorrect.' },
  FORBIDDEN: { status: 403, message: 'You are not allowed to do this.' },
  TENANT_SUSPENDED: { status: 403, message: 'This space is suspended.' },
  TENANT_MISMATCH: {
    status: 403,
    message: 'The X-Tenant header contradicts the address or your memberships.',
  },
  ORIGIN_REFUSED: { status: 403, message: 'Requests from this origin are not accepted.' },
  NOT_FOUND: { status: 404, message: 'Not found.' },
  METHOD_NOT_ALLOWED: { status: 405, message: 'This method is not available here.' },
  CONFLICT: { status: 409, message: 'Something else changed or depends on this.' },
  IN_USE: { status: 409, message: 'This is still in use.' },
  LOCKED: { status: 423, message: 'Somebody else is editing this.' },
  LENGTH_REQUIRED: { status: 411, message: 'The request does not say how large it is.' },
  TOO_LARGE: { status: 413, message: 'The request is too large.' },
  UNSUPPORTED_TYPE: { status: 415, message: 'This kind of content is not accepted.' },
  RATE_LIMITED: { status: 429, message: 'Too many requests. Try again later.' },
  INFECTED: {
    status: 422,
    message: 'The virus scanner found something in this file, so it was not taken.',
  },
  BUSY: {
    status: 503,
    message: 'Very much is being uploaded at the moment. Try again in a few seconds.',
  },
  SCAN_UNAVAILABLE: {
    status: 503,
    message:
      'Files cannot be checked for viruses at the moment. Nothing was saved; try again later.',
  },
  SCOPE_REQUIRED: { status: 500, message: 'Something went wrong.' },
  INTERNAL: { status: 500, message: 'Something went wrong.' },
  STORAGE_UNAVAILABLE: {
    status: 503,
    message: 'The file storage cannot be reached. Nothing was saved; try again later.',
  },
  MAIL_UNAVAILABLE: {
    status: 503,
    message: 'The mail could not be sent, so nothing was changed. Try again later.',
  },
  DATABASE_UNAVAILABLE: {
    status: 503,
    message: 'The database cannot be reached. Try again in a moment.',
  },
} as const

export type ErrorCode = keyof typeof ERRORS

const BRAND = Symbol.for('atrium.error')

/** The one error class of Atrium. `details` goes to the caller, `internal` to the log only. */
export class AtriumError extends APIError {
  readonly code: ErrorCode
  readonly details: unknown
  readonly internal: string | undefined
  readonly [BRAND] = true

  /** By mark, not by class: the build has several copies of this module, and errors cross from one to the other. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && BRAND in value
  }

  constructor(
    code: ErrorCode,
    options: { message?: string; details?: unknown; internal?: string } = {},
  ) {
    super(options.message ?? ERRORS[code].message, ERRORS[code].status, undefined, true)
    this.code = code
    this.details = options.details
    this.internal = options.internal
  }
}
