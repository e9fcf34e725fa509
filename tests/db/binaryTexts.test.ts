import fc from 'fast-check'
import { expect, test } from 'vitest'

import { binaryTexts } from '@/import/write/binaryTexts'

import { asRoot } from '../support/sqlActors'
import { useDatabase } from '../support/useDatabase'

useDatabase()

const answered = async (texts: readonly string[]): Promise<unknown> => {
  const [row] = await asRoot().rows<{ texts: string[]; length: number }>(
    'select $1::text[] as texts, cardinality($1::text[]) as length',
    [binaryTexts(texts)],
  )
  return row
}

test('PostgreSQL reads the texts as they are', async () => {
  const texts = [
    '',
    'NULL',
    '{a,"b"}',
    'back\\slash',
    `quote's`,
    'line\nbreak',
    'ä€😀',
    '{"a":"b"}',
  ]
  expect(await answered(texts)).toEqual({ texts, length: texts.length })
  expect(await answered([])).toEqual({ texts: [], length: 0 })
})

test('whatever texts there are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''))),
      async (texts) => {
        expect(await answered(texts)).toEqual({ texts, length: texts.length })
      },
    ),
    { numRuns: 50 },
  )
})
