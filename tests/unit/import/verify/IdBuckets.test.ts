import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'

import { expect, test } from 'vitest'

import { uuidV5 } from '@/import/importedId'
import { IdBuckets } from '@/import/verify/IdBuckets'

import { useFolder } from '../../../support/mongo/useFolder'

const inFolder = useFolder()

const SPACE = '0b2a1c5e-6a3f-5d0c-9a37-1f8d3f6f5c11'

test('ids are in one bucket each, in their order, and the folder is gone afterwards', async () => {
  // More than is held of a bucket before it is written.
  const ids = Array.from({ length: 3_000 }, (_, index) => uuidV5(SPACE, String(index)))
  const crowd = Array.from({ length: 2_500 }, (_, index) => {
    const hex = createHash('md5').update(String(index)).digest('hex').slice(2)
    return `7f${hex}`.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  })
  const found = await IdBuckets.with(inFolder('ids'), async (set) => {
    for (const id of [...ids, ...crowd]) await set.add(id)
    const counts: number[] = []
    let before = ''
    for await (const { from, has, to } of set.buckets()) {
      expect(from > before).toBe(true)
      before = from
      const own = [...ids, ...crowd].filter((id) => id >= from && id < to)
      expect(own.every(has)).toBe(true)
      expect(has(from.replace(/.$/, '9'))).toBe(false)
      counts.push(own.length)
    }
    return counts
  })
  expect(found).toHaveLength(256)
  expect(found.reduce((sum, count) => sum + count, 0)).toBe(5_500)
  expect(await readdir(inFolder())).not.toContain('ids')
})
