import fc from 'fast-check'

import { BsonDocument } from '@/import/bson/BsonValue'

import { arbitraryDocument, tameDocument } from './arbitraryDocument'

interface SampleOptions {
  readonly seed?: number
  /** Whether they have every edge, or only what all tools write the same way. */
  readonly isTame?: boolean
}

/** The same documents for the same seed, each with an `_id` of its own. */
export function sampleDocuments(
  count: number,
  { isTame = false, seed = 1 }: SampleOptions = {},
): BsonDocument[] {
  const arbitrary = isTame ? tameDocument : arbitraryDocument
  return fc.sample(arbitrary, { numRuns: count, seed }).map((document, index) => {
    const rest = [...document.entries()].filter(([key]) => key !== '_id')
    const hex = (seed * 0x10000 + index).toString(16).padStart(24, '0')
    return BsonDocument.of(['_id', { type: 'objectId', hex }], ...rest)
  })
}
