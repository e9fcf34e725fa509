import { expect, test } from 'vitest'

import { BsonDocument, type BsonValue } from '@/import/bson/BsonValue'
import { canonicalHash } from '@/import/bson/canonicalHash'
import { LOSSES } from '@/import/bson/Loss'
import { readJsonb } from '@/import/bson/readExtendedJson'
import { writeBson } from '@/import/bson/writeBson'
import { toJsonb } from '@/import/bson/writeExtendedJson'
import { toTimestamptz } from '@/import/convert/toTimestamptz'

import { sampleDocuments } from '../support/mongo/sampleDocuments'
import { sortKeys } from '../support/mongo/sortKeys'
import { poolOf, testDatabase, useDatabase } from '../support/useDatabase'

useDatabase({ empty: true })

/** What PostgreSQL answers for a text that it is given as `type`. */
async function through(type: string, text: string): Promise<string> {
  const { rows } = await poolOf(testDatabase().superuserUrl).query<{ answer: string }>(
    `select $1::${type}::text as answer`,
    [text],
  )
  return rows[0]?.answer ?? ''
}

const bytesOf = (document: BsonDocument): Buffer => writeBson(sortKeys(document))

test('every document comes out of PostgreSQL as it went in, but for the order of keys', async () => {
  for (const document of sampleDocuments(400, { seed: 7 })) {
    const { json, losses } = toJsonb(document)
    const read = readJsonb(await through('jsonb', json))
    expect(canonicalHash(read)).toBe(canonicalHash(document))
    const isWhole = losses.every(({ kind }) => LOSSES[kind].reversible)
    const expected = isWhole ? document : read
    expect(bytesOf(read).equals(bytesOf(expected))).toBe(true)
  }
})

test('PostgreSQL holds the deepest document that is read', async () => {
  let document = BsonDocument.of(['x', { type: 'null' }])
  for (let level = 1; level < 200; level += 1) document = BsonDocument.of(['x', document])
  expect(readJsonb(await through('jsonb', toJsonb(document).json))).toEqual(document)
})

const date = (millis: bigint): string => {
  const value: BsonValue = { type: 'date', millis }
  const converted = toTimestamptz(value)
  return converted.kind === 'impossible' ? converted.reason : converted.value
}

test('the first and the last date are those of PostgreSQL', async () => {
  expect(await through('timestamptz', date(-210_866_803_200_000n))).toMatch(/^4714-11-24 .* BC$/)
  expect(await through('timestamptz', date(9_224_318_015_999_999n))).toMatch(/^294276-12-31 /)
  await expect(through('timestamptz', '294277-01-01 00:00:00+00')).rejects.toThrow('out of range')
  await expect(through('timestamptz', '4714-11-23 23:59:59.999+00 BC')).rejects.toThrow(
    'out of range',
  )
})
