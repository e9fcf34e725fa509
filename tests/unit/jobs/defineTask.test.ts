import { expect, test } from 'vitest'
import { z } from 'zod'

import { AtriumError } from '@/errors'
import { defineTask } from '@/jobs/defineTask'
import { describeFailure } from '@/jobs/describeFailure'
import { PermanentFailure } from '@/jobs/PermanentFailure'

const options = {
  slug: 'greet',
  label: 'Greet',
  retries: { attempts: 1, overMs: 0 },
  input: z.object({ name: z.string() }),
  handler: () => Promise.resolve(),
}

test('a task reads its own input, and no other', () => {
  const greet = defineTask({ ...options, runsAs: 'tenant' })
  expect(greet.parse({ name: 'A', more: 1 })).toEqual({ name: 'A' })
  expect(() => greet.parse({})).toThrow()
})

test('only tasks of the platform repeat by themselves', () => {
  expect(() => defineTask({ ...options, runsAs: 'tenant', everyMs: 1 })).toThrow('repeat')
})

test('people are told what is worded for them, and nothing from inside', () => {
  expect(describeFailure(new PermanentFailure('Gone.'))).toBe('Gone.')
  expect(describeFailure(new AtriumError('FORBIDDEN'))).toBe('You are not allowed to do this.')
  expect(describeFailure(new Error('password of the mail server'))).not.toContain('password')
  expect(describeFailure('text')).toContain('Something went wrong')
})
