import { GraphQLError } from 'graphql'
import { APIError, Forbidden, QueryError, ValidationError } from 'payload'
import { describe, expect, test } from 'vitest'

import { causeOf, correlationIdOf, logFailure } from '@/api/logFailure'
import { AtriumError } from '@/errors'

/** What the hook makes of a record of level “error”. */
function logged(...args: unknown[]) {
  const calls: { error?: unknown[]; info?: unknown[] } = {}
  const error = (...given: unknown[]) => void (calls.error = given)
  const info = (...given: unknown[]) => void (calls.info = given)
  logFailure.call({ info } as never, args as never, error as never, 50)
  return calls
}

const wrapped = (originalError: Error) => new GraphQLError('wrapped', { originalError })

describe('what a caller did wrong', () => {
  test.each([
    ['ours', new AtriumError('NOT_FOUND'), 404, 'NOT_FOUND'],
    ['ours, in GraphQL', wrapped(new AtriumError('IN_USE')), 409, 'IN_USE'],
    ['no right', new Forbidden(), 403, 'FORBIDDEN'],
    ['a query', new QueryError([{ path: 'nothing' }]), 400, 'QUERY_REJECTED'],
    [
      'a field',
      new ValidationError({ errors: [{ path: 'slug', message: 'x' }] }),
      400,
      'VALIDATION_FAILED',
    ],
    ['any other of Payload’s', new APIError('Too much', 413), 413, 'TOO_LARGE'],
  ])('%s: one line at “info”, without a stack', (_name, err, status, code) => {
    const { error, info } = logged({ err })
    expect(error).toBeUndefined()
    expect(info?.[0]).toEqual({ status, code, internal: undefined })
  })
})

describe('a failure of the server', () => {
  test.each([
    ['unknown', new Error('Oops')],
    ['ours', new AtriumError('DATABASE_UNAVAILABLE')],
    ['in GraphQL', wrapped(new Error('Oops'))],
  ])('%s: an error, with its stack and the number of the answer', (_name, err) => {
    const { error, info } = logged({ err })
    expect(info).toBeUndefined()
    expect(error).toEqual([
      { err: causeOf(err), correlationId: correlationIdOf(err) },
      'Request failed',
    ])
  })
})

test('a record with words of its own stays as it is', () => {
  const record = { err: new AtriumError('NOT_FOUND'), msg: 'After commit' }
  expect(logged(record).error).toEqual([record])
  expect(logged('just words').error).toEqual(['just words'])
})
