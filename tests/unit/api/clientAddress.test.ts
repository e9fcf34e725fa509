import { expect, test } from 'vitest'

import { clientAddress } from '@/server/clientAddress'

test('without a proxy the socket decides, whatever the header claims', () => {
  expect(clientAddress('203.0.113.9', '10.0.0.1, 10.0.0.2', 0)).toBe('203.0.113.9')
  expect(clientAddress('203.0.113.9', undefined, 0)).toBe('203.0.113.9')
})

test('behind one proxy it is what that proxy saw, not what the client wrote before it', () => {
  expect(clientAddress('10.0.0.1', '198.51.100.7, 203.0.113.9', 1)).toBe('203.0.113.9')
})

test('behind two proxies it is what the outer one saw', () => {
  expect(clientAddress('10.0.0.1', '198.51.100.7, 203.0.113.9, 10.0.0.2', 2)).toBe('203.0.113.9')
})

test('a shorter chain than promised gives its first entry, and an empty one the socket', () => {
  expect(clientAddress('10.0.0.1', '203.0.113.9', 3)).toBe('203.0.113.9')
  expect(clientAddress('10.0.0.1', undefined, 2)).toBe('10.0.0.1')
  expect(clientAddress(undefined, undefined, 0)).toBe('unknown')
})
