import { describe, expect, it } from 'vitest'

import { freeFilenames } from '@/copying/freeFilenames'

const sizes = ['room.png', 'room-320x178.png', 'room-640x356.png']

describe('freeFilenames', () => {
  it('keeps names that are free', () => {
    expect([...freeFilenames('room.png', sizes, new Set()).values()]).toEqual(sizes)
  })

  it('numbers a picture and its sizes together, also when one size alone is in the way', () => {
    for (const inTheWay of ['room.png', 'room-640x356.png']) {
      const names = freeFilenames('room.png', sizes, new Set([inTheWay]))
      expect([...names.values()]).toEqual([
        'room-2.png',
        'room-2-320x178.png',
        'room-2-640x356.png',
      ])
    }
  })

  it('never gives two files one name', () => {
    const taken = new Set<string>()
    const all = [1, 2, 3].flatMap(() => [...freeFilenames('room.png', sizes, taken).values()])
    expect(new Set(all).size).toBe(9)
  })

  it('numbers sizes that are called otherwise than their picture', () => {
    const names = freeFilenames('room.png', ['room.png', 'old-320.png'], new Set(['room.png']))
    expect(names.get('old-320.png')).toBe('room-2-old-320.png')
  })

  it('takes names without an extension', () => {
    expect([...freeFilenames('room', ['room'], new Set(['room'])).values()]).toEqual(['room-2'])
  })
})
