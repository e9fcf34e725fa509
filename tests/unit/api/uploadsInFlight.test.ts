import { beforeAll, expect, test } from 'vitest'

import { reserveUpload } from '@/api/uploadsInFlight'

import { setEnvironment } from '../setEnvironment'

beforeAll(() => setEnvironment({ MAX_UPLOAD_BYTES_AT_ONCE: '4000' }))

const isRefused = (bytes: number, network: string): boolean => {
  try {
    reserveUpload(bytes, network)()
    return false
  } catch (error) {
    expect(error).toMatchObject({ code: 'BUSY', details: { retryAfter: expect.any(Number) } })
    return true
  }
}

test('what fits is taken, what is given back is free again, once', () => {
  const releases = ['a', 'b', 'c', 'd'].map((network) => reserveUpload(1000, network))
  expect(isRefused(1, 'e')).toBe(true)
  releases[0]?.()
  releases[0]?.()
  expect(isRefused(1001, 'e')).toBe(true)
  expect(isRefused(1000, 'e')).toBe(false)
  for (const release of releases) release()
})

test('one network has a quarter of the room', () => {
  const release = reserveUpload(900, 'a')
  expect(isRefused(101, 'a')).toBe(true)
  expect(isRefused(100, 'a')).toBe(false)
  expect(isRefused(3000, 'b')).toBe(false)
  release()
})

test('one that is larger than the room passes where nobody else is', () => {
  const release = reserveUpload(9000, 'a')
  expect(isRefused(1, 'b')).toBe(true)
  release()
  expect(isRefused(9000, 'b')).toBe(false)
})
