import type { PoolClient } from 'pg'

import { canonicalHash, hashOfJsonb } from '../bson/canonicalHash'
import { readJsonb } from '../bson/readExtendedJson'
import { byIds } from '../byIds'
import { type Placed } from '../write/Placed'
import { compareBson } from './compareBson'
import { type Verifying } from './Verifying'
import { type Origin, originOf } from './VerifyLog'

interface KeptRow {
  readonly id: string
  /** As PostgreSQL answers it, with the keys in its order. */
  readonly data: string
  readonly hash: string
  readonly complete: boolean
  readonly written_by: string
}

/** Compares documents that are kept whole, of one space: what PostgreSQL has of each, value by value, with the source. */
export async function verifyDocuments(
  verifying: Verifying,
  client: PoolClient,
  group: readonly Placed[],
): Promise<void> {
  const { rows } = await client.query<KeptRow>(
    byIds('documents', 'id, data::text, hash, complete, written_by'),
    [group.map(({ id }) => id)],
  )
  const known = new Map(rows.map((row) => [row.id, row]))
  for (const placed of group) {
    const origin = originOf(placed.document, placed.space?.slug)
    const row = known.get(placed.id)
    if (row) verifyDocument(verifying, placed, row, origin)
    else {
      verifying.log.find(origin, 'missing')
      verifying.log.differ('missing', origin, { expected: 'a document', found: 'nothing' })
    }
  }
}

function verifyDocument(
  { isLater, log }: Verifying,
  { document }: Placed,
  row: KeptRow,
  origin: Origin,
): void {
  const found = readJsonb(row.data)
  // What the map drops is not in it; the hash of the source has it.
  const isSame = canonicalHash(found) === hashOfJsonb(document.json)
  if (isSame && row.complete && row.hash === document.hash) return log.find(origin, 'equal')
  if (isLater(row.written_by)) return log.find(origin, 'later')
  log.find(origin, 'different')
  if (!isSame)
    log.differ('content', origin, compareBson(readJsonb(document.json), found) ?? { path: '$' })
  else if (!row.complete)
    log.differ('content', origin, { expected: 'a whole document', found: 'a part of one' })
  else
    log.differ('content', origin, {
      path: '(the hash that is kept)',
      expected: document.hash,
      found: row.hash,
    })
}
