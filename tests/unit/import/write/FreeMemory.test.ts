import { expect, test } from 'vitest'

import { FreeMemory } from '@/import/write/FreeMemory'

const MB = 1024 * 1024

/** Something that nobody needs any more, and a look at whether it is still there. */
const forgotten = (): WeakRef<object> => new WeakRef({ text: 'x'.repeat(100) })

/** A WeakRef keeps what it refers to until its job of the event loop is over. */
const nextJob = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('what nobody needs any more is freed after some megabytes, not before', async () => {
  const memory = new FreeMemory()
  const ref = forgotten()
  await nextJob()
  memory.at(MB)
  expect(ref.deref()).toBeDefined()
  await nextJob()
  memory.at(4 * MB)
  expect(ref.deref()).toBeUndefined()
})

test('a file that begins anew counts from its own beginning', async () => {
  const memory = new FreeMemory()
  memory.at(10 * MB)
  const ref = forgotten()
  await nextJob()
  memory.at(0)
  expect(ref.deref()).toBeUndefined()
})
