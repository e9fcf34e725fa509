import { describe, expect, it } from 'vitest'

import { describeError } from '@/api/answerError'
import { readAnswer } from '@/admin/invite/readAnswer'
import { AtriumError } from '@/errors'

/** As the API says it. */
const refused = (error: AtriumError) => readAnswer(false, describeError(error).body)

describe('readAnswer', () => {
  it('passes on what was sent to whom', () => {
    expect(readAnswer(true, { message: 'An invitation was sent to nina@example.test.' })).toEqual({
      sent: true,
      message: 'An invitation was sent to nina@example.test.',
    })
  })

  it('puts a fault at its field', () => {
    const error = new AtriumError('VALIDATION_FAILED', {
      details: [{ field: 'email', message: 'Somebody has this address.' }],
    })
    expect(refused(error)).toEqual({ sent: false, fields: { email: 'Somebody has this address.' } })
  })

  it('says what is wrong where no field is', () => {
    expect(refused(new AtriumError('RATE_LIMITED'))).toEqual({
      sent: false,
      message: 'Too many requests. Try again later.',
      fields: {},
    })
  })

  it.each([[undefined], [null], ['<html>'], [{ errors: 'no' }], [{ errors: [null] }]])(
    'has something to say when the answer is %j',
    (body) => {
      expect(readAnswer(false, body)).toMatchObject({
        sent: false,
        message: expect.stringMatching(/could not/),
      })
    },
  )
})
