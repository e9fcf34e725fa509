import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'

import { isValidationError, translateFault } from '@/db/pgErrors'
import { AtriumError, ERRORS, type ErrorCode } from '@/errors'
import { fetchRefusal, isFetchRefusal } from '@/media/fetchNothing'

/** One error, in the one shape that every API answer has. `data` is what Payload's own admin reads. */
export interface ErrorBody {
  errors: {
    code: ErrorCode
    message: string
    name?: string
    /** The fields that are wrong, for forms. */
    fields?: { field: string; message: string }[]
    details?: unknown
    data?: unknown
    /** Names this failure in the log. */
    correlationId?: string
  }[]
}

const CODE_BY_STATUS: Partial<Record<number, ErrorCode>> = {
  400: 'BAD_REQUEST',
  401: 'NOT_SIGNED_IN',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  409: 'CONFLICT',
  413: 'TOO_LARGE',
  415: 'UNSUPPORTED_TYPE',
  422: 'INFECTED',
  423: 'LOCKED',
  429: 'RATE_LIMITED',
}

/** What to tell the caller of an error, and with which status. Anything unknown is a 500 with a number for the log. */
export function describeError(raw: unknown): {
  status: number
  body: ErrorBody
  unexpected: boolean
} {
  const error = translateFault(raw, { collection: undefined, clashes: {} })
  if (error instanceof AtriumError) {
    const { status } = ERRORS[error.code]
    return {
      status,
      // Said on purpose, and often: a log of it would be theirs to fill.
      unexpected: status >= 500 && error.code !== 'BUSY',
      body: {
        errors: [{ code: error.code, message: error.message, details: error.details ?? undefined }],
      },
    }
  }
  if (isValidationError(error)) {
    const rejected = error.data.errors.some(({ path }) => path?.includes('where'))
      ? 'QUERY_REJECTED'
      : 'VALIDATION_FAILED'
    return {
      status: 400,
      unexpected: false,
      body: {
        errors: [
          {
            code: rejected,
            name: 'ValidationError',
            message: error.message,
            fields: error.data.errors.map(({ path, message }) => ({ field: path ?? '', message })),
            data: {
              collection: error.data.collection,
              errors: error.data.errors.map(({ path, message, label }) => ({
                path,
                message,
                label,
              })),
            },
          },
        ],
      },
    }
  }
  const status = publicStatus(error)
  if (status !== undefined && error instanceof Error) {
    // What may not be asked comes with a list of its paths (3.90, QueryError).
    const isQuery = Array.isArray(Reflect.get(error, 'data'))
    const code = isQuery ? 'QUERY_REJECTED' : (CODE_BY_STATUS[status] ?? 'BAD_REQUEST')
    // Payload's own words for these say more than a stranger needs, such as that an account is locked.
    const message =
      status === 401 || status === 403 || status === 404 ? ERRORS[code].message : error.message
    return { status, unexpected: false, body: { errors: [{ code, message }] } }
  }
  if (error instanceof Error && isUnreadable(error)) return known('BAD_REQUEST')
  if (isFetchRefusal(error)) return describeError(fetchRefusal())
  return { ...known('INTERNAL'), unexpected: true }
}

/** By name and words: bodies are read by code of other realms and copies (payload 3.90, busboy). */
const isUnreadable = ({ name, message }: Error): boolean =>
  name === 'SyntaxError' ||
  /^(Unexpected end of form|Request is not eligible for file upload|Malformed|Multipart:)/.test(
    message,
  )

/** The status of an error that Payload means for the caller. */
function publicStatus(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const status: unknown = Reflect.get(error, 'status')
  const isPublic = Reflect.get(error, 'isPublic') === true
  return isPublic && typeof status === 'number' && status >= 400 && status < 500
    ? status
    : undefined
}

const known = (code: ErrorCode) => ({
  status: ERRORS[code].status,
  unexpected: false,
  body: { errors: [{ code, message: ERRORS[code].message }] } satisfies ErrorBody as ErrorBody,
})

/** The response to an error outside of Payload's own handlers; unexpected ones are logged with their number. */
export function answerError(payload: Payload, error: unknown): Response {
  const { status, body, unexpected } = describeError(error)
  if (unexpected) {
    const correlationId = randomUUID()
    payload.logger.error({ err: error, correlationId, msg: 'Request failed' })
    for (const one of body.errors) one.correlationId = correlationId
  }
  const response = Response.json(body, { status })
  const wait = retryAfterOf(body)
  if (wait !== undefined) response.headers.set('Retry-After', wait)
  return response
}

/** The seconds to wait, for the header of that name. */
export function retryAfterOf({ errors: [first] }: ErrorBody): string | undefined {
  if (first?.code !== 'RATE_LIMITED' && first?.code !== 'BUSY') return undefined
  if (typeof first.details !== 'object' || first.details === null) return undefined
  const wait: unknown = Reflect.get(first.details, 'retryAfter')
  return typeof wait === 'number' ? String(wait) : undefined
}

/** In our shape, or in that of GraphQL, which says where in the query it is. */
function hasCodes(body: unknown): boolean {
  const errors: unknown = typeof body === 'object' && body !== null && Reflect.get(body, 'errors')
  return Array.isArray(errors) && errors.some((one: object) => 'code' in one || 'locations' in one)
}

/** Some answers of Payload's own, such as to an unknown route, are not in the shape of its errors (3.90): gives them ours. */
export async function inOneShape(response: Response): Promise<Response> {
  const isJson = response.headers.get('content-type')?.startsWith('application/json')
  // What fails with a 5xx, such as the health, says so in words of its own; 501 is for collections that have no API.
  const isTheirs = (response.status >= 400 && response.status < 500) || response.status === 501
  if (!isTheirs || !isJson) return response
  const body: unknown = await response.clone().json()
  if (hasCodes(body)) return response
  if (isBulk(body)) return withCodes(response, body)
  const code = CODE_BY_STATUS[response.status] ?? 'NOT_FOUND'
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  return Response.json(known(code).body, { status: ERRORS[code].status, headers })
}

/** What Payload (3.90) answers to a change of many documents of which some failed: those that did not, and why. */
interface BulkBody {
  readonly docs: unknown[]
  readonly errors: { readonly isPublic?: boolean; readonly message: string }[]
}

function isBulk(body: unknown): body is BulkBody {
  if (typeof body !== 'object' || body === null) return false
  return Array.isArray(Reflect.get(body, 'docs')) && Array.isArray(Reflect.get(body, 'errors'))
}

function withCodes(response: Response, body: BulkBody): Response {
  const errors = body.errors.map((error) =>
    error.isPublic === true
      ? { ...error, code: 'BAD_REQUEST' satisfies ErrorCode }
      : { ...error, code: 'INTERNAL' satisfies ErrorCode, message: ERRORS.INTERNAL.message },
  )
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  return Response.json({ ...body, errors }, { status: response.status, headers })
}
