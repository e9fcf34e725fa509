import { setTimeout } from 'node:timers/promises'

import { expect, test } from 'vitest'

import { freeMemory } from '@/import/write/freeMemory'

const MB = 1024 * 1024

/** What nobody needs any more, old enough that only a look at the whole heap finds it. */
const forgotten = (bytes: number): WeakRef<object> => new WeakRef(Buffer.alloc(bytes))

const isThere = (ref: WeakRef<object>): boolean => ref.deref() !== undefined

test('what nobody needs any more is given back while something runs', async () => {
  await freeMemory(async () => {
    const ref = forgotten(64 * MB)
    // A WeakRef keeps what it refers to until its job of the event loop is over.
    await expect.poll(() => isThere(ref), { interval: 200, timeout: 3_000 }).toBe(false)
  })
})

test('less than is worth a look is left to Node', async () => {
  const ref = forgotten(MB)
  await freeMemory(() => setTimeout(300))
  expect(isThere(ref)).toBe(true)
})

test('what the work answers is answered, and what it throws is thrown', async () => {
  expect(await freeMemory(() => Promise.resolve(7))).toBe(7)
  await expect(freeMemory(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
})
