import { beforeAll, expect, test } from 'vitest'

import { CHALLENGE_BITS, issueChallenge, readSolution } from '@/leads/captcha/challenge'
import { solveChallenge } from '@/site/solveChallenge'

import { setEnvironment } from '../setEnvironment'

beforeAll(() => setEnvironment())

const now = 1_800_000_000_000

test('what a browser solves is taken, for its form and its time', async () => {
  const challenge = issueChallenge('form', now)
  const solution = await solveChallenge(challenge, CHALLENGE_BITS)
  expect(readSolution('form', solution, now + 9 * 60_000)).toBe(challenge.split('.')[1])
  expect(readSolution('other', solution, now)).toBeUndefined()
  expect(readSolution('form', solution, now + 11 * 60_000)).toBeUndefined()
  expect(readSolution('form', `${challenge}.1`, now)).toBeUndefined()
  const [until, nonce, signature, answer] = solution.split('.')
  const later = Number.parseInt(until ?? '', 36) + 3600
  for (const forged of [
    `${later.toString(36)}.${nonce}.${signature}.${answer}`,
    `${until}.x.${signature}.${answer}`,
    '',
    'none',
    `${solution}.1`,
    `${challenge}.-1`,
  ])
    expect(readSolution('form', forged, now)).toBeUndefined()
})
