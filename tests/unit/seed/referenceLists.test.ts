import { describe, expect, it } from 'vitest'

import { referenceLists } from '@/seed/referenceLists'

describe.each([
  ['countries', 249, 2],
  ['currencies', 150, 3],
  ['time-zones', 400, 64],
] as const)('%s', (slug, atLeast, codeLength) => {
  const list = referenceLists[slug]()

  it('is complete, and has each code once', () => {
    expect(list.length).toBeGreaterThanOrEqual(atLeast)
    expect(new Set(list.map(({ code }) => code)).size).toBe(list.length)
  })

  it('fits its fields', () => {
    const unfit = list.filter(
      ({ code, name }) => code.length > codeLength || name.length > 120 || name === '',
    )
    expect(unfit).toEqual([])
  })
})

it('the lists name what the demo’s spaces use', () => {
  const codes = Object.values(referenceLists).flatMap((list) => list().map(({ code }) => code))
  const used = [
    'USD',
    'GBP',
    'EUR',
    'America/New_York',
    'Europe/London',
    'Europe/Brussels',
    'BE',
    'UTC',
  ]
  expect(codes).toEqual(expect.arrayContaining(used))
})
