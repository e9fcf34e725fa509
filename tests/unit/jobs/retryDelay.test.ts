import { expect, test } from 'vitest'

import { retryDelay } from '@/jobs/retryDelay'

const DAY = 24 * 60 * 60_000

test('the waits double, and sum up to the whole time', () => {
  const retries = { attempts: 10, overMs: DAY }
  const waits = Array.from({ length: 9 }, (_none, index) => retryDelay(retries, index + 1) ?? 0)
  for (const [index, wait] of waits.slice(1).entries())
    expect(wait / (waits[index] ?? 1)).toBeCloseTo(2, 3)
  expect(Math.abs(waits.reduce((sum, wait) => sum + wait) - DAY)).toBeLessThan(10)
})

test('after the last try there is nothing to wait for', () => {
  expect(retryDelay({ attempts: 3, overMs: 100 }, 3)).toBeUndefined()
  expect(retryDelay({ attempts: 1, overMs: 0 }, 1)).toBeUndefined()
})
