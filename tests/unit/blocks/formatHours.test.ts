import { describe, expect, it } from 'vitest'

import { formatDays, formatTime } from '@/blocks/OpeningHours/formatHours'
import { initials } from '@/blocks/Team/initials'

describe('formatDays', () => {
  it('joins runs of days, in the order of the week', () => {
    expect(formatDays(['wed', 'mon', 'tue', 'sat'])).toBe('Monday – Wednesday, Saturday')
    expect(formatDays(['sat', 'sun'])).toBe('Saturday, Sunday')
    expect(formatDays([])).toBe('')
    expect(formatDays(null)).toBe('')
  })

  it('speaks the language of the site, and English where that is none', () => {
    expect(formatDays(['mon'], 'de-DE')).toBe('Montag')
    expect(formatDays(['mon'], 'not a locale')).toBe('Monday')
  })
})

describe('formatTime', () => {
  it('writes a time as the place does', () => {
    expect(formatTime('08:30')).toBe('08:30')
    expect(formatTime('20:00', 'en-US')).toMatch(/^08:00\sPM$/)
    expect(formatTime('24:00', 'en-US')).toBe('24:00')
  })

  it.each(['', null, undefined, '8 o’clock'])('says nothing about %j', (time) => {
    expect(formatTime(time)).toBeUndefined()
  })
})

describe('initials', () => {
  it('takes the first and the last name', () => {
    expect(initials('Ada King Lovelace')).toBe('AL')
    expect(initials('Sato')).toBe('S')
    expect(initials('')).toBe('')
  })
})
