import { hash } from 'node:crypto'

import { type BsonDocument } from './BsonValue'
import { toJsonb } from './writeExtendedJson'

/** Changes when the normal form does, so that hashes of two forms are never compared. */
const FORM = 'atrium-bson-1\n'

/**
 * SHA-256 of a document's normal form, which is its text for JSONB. The order of keys is part of a document in MongoDB, and JSONB
 * does not keep it: two documents that differ only in that, or in a loss that is not reversible, have the same hash.
 */
export const canonicalHash = (document: BsonDocument): string => hashOfJsonb(toJsonb(document).json)

/** The same, of what `toJsonb` wrote. Not of what PostgreSQL answers: that is read with `readJsonb` first. */
export const hashOfJsonb = (json: string): string => hash('sha256', FORM + json)
