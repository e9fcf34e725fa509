import { randomBytes } from 'node:crypto'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { scanWithClamd } from '@/media/scanning/clamd'

import { EICAR, startClamd, type TestClamd } from '../../support/startClamd'

let clamd: TestClamd
beforeEach(async () => {
  clamd = await startClamd()
})
afterEach(() => clamd.stop())

const scan = (bytes: Uint8Array, port = clamd.port) =>
  scanWithClamd({ host: '127.0.0.1', port }, bytes)

test.each([0, 1, 262_144, 3_000_001])('%i bytes are shown whole', async (size) => {
  const bytes = randomBytes(size)
  expect(await scan(bytes)).toBeNull()
  expect(clamd.shown[0]?.equals(bytes)).toBe(true)
})

test('what is found has a name', async () => {
  expect(await scan(Buffer.from(`before ${EICAR} after`))).toBe('Eicar-Test-Signature')
})

test.each([
  ['too large', 'INSTREAM size limit exceeded. ERROR\0'],
  ['an error', 'stream: Can’t allocate memory ERROR\0'],
  ['nonsense', 'OK\0'],
  ['nothing', '\0'],
  ['OK, and more', 'stream: OK FOUND nothing\0'],
  ['no end of it', 'x'.repeat(10_000)],
  ['the end of the connection', undefined],
])('what is no clear answer is none: %s', async (_name, answer) => {
  clamd.answer = () => answer
  await expect(scan(Buffer.from('x'))).rejects.toThrow()
})

test('nobody there is an error', async () => {
  const { port } = clamd
  await clamd.stop()
  await expect(scan(Buffer.from('x'), port)).rejects.toThrow(/ECONNREFUSED/)
})
