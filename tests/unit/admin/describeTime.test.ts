import { describe, expect, it } from 'vitest'

import { clockOf } from '@/admin/dashboard/Clock'
import {
  describeDay,
  describeGreeting,
  describeMoment,
  describePast,
} from '@/admin/dashboard/describeTime'

const lisbon = { locale: 'en-GB', timeZone: 'Europe/Lisbon' }
const auckland = { locale: 'en-GB', timeZone: 'Pacific/Auckland' }
const now = Date.parse('2026-11-21T09:30:00Z')

describe('describePast', () => {
  it.each([
    ['2026-11-21T09:29:40Z', 'just now'],
    ['2026-11-21T09:18:00Z', '12 minutes ago'],
    ['2026-11-21T06:30:00Z', '3 hours ago'],
    ['2026-11-20T16:20:00Z', 'yesterday, 16:20'],
    ['2026-11-17T09:05:00Z', 'Tuesday, 09:05'],
    ['2026-11-03T12:00:00Z', '3 November'],
    ['2025-11-03T12:00:00Z', '3 November 2025'],
  ])('says of %s: %s', (time, words) => {
    expect(describePast(time, lisbon, now)).toBe(words)
  })

  it('counts the days of the space, not those of the server', () => {
    // 22:30 on the day before in Auckland, where it is 22:30 now.
    expect(describePast('2026-11-20T09:30:00Z', auckland, now)).toBe('yesterday, 22:30')
    expect(describePast('2026-11-20T12:00:00Z', auckland, now)).toBe('21 hours ago')
  })
})

describe('the head of the dashboard', () => {
  it('greets by the clock of the space', () => {
    expect(describeGreeting(lisbon, now)).toBe('Good morning')
    expect(describeGreeting(auckland, now)).toBe('Good evening')
    expect(describeGreeting({ ...lisbon, timeZone: 'Asia/Kolkata' }, now)).toBe('Good afternoon')
  })

  it('names the day of the space', () => {
    expect(describeDay(auckland, Date.parse('2026-11-21T12:00:00Z'))).toMatch(
      /^Sunday,? 22 November$/,
    )
  })

  it('names a moment to come in the time of the space', () => {
    expect(describeMoment('2026-12-03T09:00:00Z', lisbon)).toMatch(/^Thu,? 3 December, 09:00$/)
  })
})

describe('clockOf', () => {
  it('writes the admin’s language as the space’s country does', () => {
    expect(clockOf({ locale: 'en-NZ', timeZone: 'Pacific/Auckland' }, 'en')).toEqual({
      locale: 'en-NZ',
      timeZone: 'Pacific/Auckland',
    })
  })

  it.each([
    [{ locale: 'de-DE' }],
    [{ locale: undefined, timeZone: 'Nowhere/Land' }],
    [null],
    [undefined],
  ])('falls back to the admin’s language and UTC for %j', (settings) => {
    expect(clockOf(settings, 'en')).toEqual({ locale: 'en', timeZone: 'UTC' })
  })
})
