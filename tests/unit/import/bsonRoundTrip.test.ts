import { BSON, EJSON } from 'bson'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { canonicalHash } from '@/import/bson/canonicalHash'
import { LOSSES } from '@/import/bson/Loss'
import { readBson } from '@/import/bson/readBson'
import { readExtendedJson, readJsonb } from '@/import/bson/readExtendedJson'
import { writeBson } from '@/import/bson/writeBson'
import { toJsonb, writeExtendedJson } from '@/import/bson/writeExtendedJson'

import { arbitraryDocument, tameDocument } from '../../support/mongo/arbitraryDocument'
import { sortKeys } from '../../support/mongo/sortKeys'

const isLost = ({ losses }: ReturnType<typeof toJsonb>): boolean =>
  losses.some(({ kind }) => !LOSSES[kind].reversible)

test('any document is read from BSON as it was written', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const bytes = writeBson(document)
      const read = readBson(bytes)
      expect(read).toEqual(document)
      expect(writeBson(read)).toEqual(bytes)
    }),
    { numRuns: 500 },
  )
})

test('any document comes back from its text for JSONB but for the order of keys, or the loss is listed', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const written = toJsonb(document)
      const read = readJsonb(written.json)
      expect(isLost(written) || writeBson(read).equals(writeBson(sortKeys(document)))).toBe(true)
      expect(canonicalHash(read)).toBe(canonicalHash(document))
    }),
    { numRuns: 500 },
  )
})

test('any document comes back from Extended JSON, or the loss is listed', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const written = writeExtendedJson(document)
      // An ambiguous name may also be refused.
      fc.pre(!isLost(written))
      expect(writeBson(readExtendedJson(written.json))).toEqual(writeBson(document))
    }),
    { numRuns: 500 },
  )
})

test('the text for JSONB has nothing that PostgreSQL refuses, and its order does not matter', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const { json } = toJsonb(document)
      expect(json).not.toMatch(/\\u0000|\\ud[89a-f]/)
      expect(json.isWellFormed()).toBe(true)
      // JSON.parse puts keys like 1 first, and would join duplicates.
      const reordered = JSON.stringify(JSON.parse(json))
      expect(reordered).toHaveLength(json.length)
      expect(canonicalHash(readJsonb(reordered))).toBe(canonicalHash(document))
    }),
    { numRuns: 500 },
  )
})

test('Extended JSON is the same text that the bson package writes', () => {
  fc.assert(
    fc.property(tameDocument, (document) => {
      const bytes = writeBson(document)
      const oracle = BSON.deserialize(bytes, { promoteValues: false, bsonRegExp: true })
      expect(writeExtendedJson(document).json).toBe(EJSON.stringify(oracle, { relaxed: false }))
    }),
    { numRuns: 500 },
  )
})

test('BSON is the same that the bson package writes', () => {
  fc.assert(
    fc.property(tameDocument, (document) => {
      const bytes = writeBson(document)
      const oracle = BSON.deserialize(bytes, { promoteValues: false, bsonRegExp: true })
      expect(Buffer.from(BSON.serialize(oracle, { ignoreUndefined: false }))).toEqual(bytes)
    }),
    { numRuns: 300 },
  )
})
