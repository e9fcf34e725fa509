import type { Config } from 'payload'

import { ERRORS } from '@/errors'

import { describeError, retryAfterOf } from './answerError'
import { causeOf, correlationIdOf } from './logFailure'

type AfterError = NonNullable<NonNullable<Config['hooks']>['afterError']>[number]

/** Payload's own error answers, in our shape. */
export const afterError: AfterError = ({ error, req, graphqlResult }) => {
  const { status, body, unexpected } = describeError(causeOf(error))
  if (unexpected) {
    // Payload has logged it under this number, see logFailure.ts.
    for (const one of body.errors) one.correlationId = correlationIdOf(error)
  }
  // An unknown e-mail, a wrong password and a locked account: one answer.
  if (status === 401 && /\/login$/.test(new URL(req.url ?? '/', 'http://any').pathname)) {
    body.errors = [{ code: 'WRONG_CREDENTIALS', message: ERRORS.WRONG_CREDENTIALS.message }]
  }
  const [first] = body.errors
  const wait = retryAfterOf(body)
  if (wait !== undefined)
    req.responseHeaders = new Headers({
      ...Object.fromEntries(req.responseHeaders ?? []),
      'Retry-After': wait,
    })
  // Payload's own answer names classes, and says in its own words that an account is locked (3.90).
  if (graphqlResult && first) {
    const extensions = { ...first, statusCode: status } as Record<string, unknown>
    return { graphqlResult: { ...graphqlResult, message: first.message, extensions } }
  }
  return { response: body as unknown as Record<string, unknown>, status }
}
