import { beforeAll, expect, test } from 'vitest'

import { formTokenProblem, issueFormToken, MIN_SECONDS } from '@/leads/formToken'

import { setEnvironment } from '../setEnvironment'

beforeAll(() => setEnvironment())

const now = 1_800_000_000_000
const later = (seconds: number) => now + seconds * 1000

test('a form that a person had time to fill in is fine', () => {
  expect(formTokenProblem('a', issueFormToken('a', now), later(MIN_SECONDS))).toBeUndefined()
})

test('faster than anybody types is too early', () => {
  expect(formTokenProblem('a', issueFormToken('a', now), later(MIN_SECONDS - 1))).toBe('early')
})

test('a page that lay open for a week is too late', () => {
  expect(formTokenProblem('a', issueFormToken('a', now), later(7 * 24 * 3600))).toBe('late')
})

test.each(['', '.', 'x.y', 'toukxj.AAAA'])(
  'what the server did not sign is forged: %s',
  (token) => {
    expect(formTokenProblem('a', token, later(60))).toBe('forged')
  },
)

test('a token of one form does not serve another', () => {
  expect(formTokenProblem('b', issueFormToken('a', now), later(60))).toBe('forged')
})
