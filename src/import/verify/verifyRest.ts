import type { PoolClient } from 'pg'

import { readJsonb } from '../bson/readExtendedJson'
import { byIds } from '../byIds'
import { type Prepared } from '../targets/Target'
import { type Placed } from '../write/Placed'
import { compareBson } from './compareBson'
import { compareValues } from './compareValues'
import { type Verifying } from './Verifying'
import { type Expected } from './verifyRows'

interface KeptPart {
  readonly id: string
  readonly rest: string | null
  readonly unmapped: unknown
  readonly row_id: string | null
}

/** What is kept among the documents of those that became rows. */
export async function loadKeptParts(
  client: PoolClient,
  group: readonly Placed[],
): Promise<ReadonlyMap<string, KeptPart>> {
  const { rows } = await client.query<KeptPart>(
    `${byIds('documents', `id, (data -> 'rest')::text as rest, data -> 'unmapped' as unmapped, row_id`)} where not complete`,
    [group.map(({ id }) => id)],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

type ExpectedRest = Pick<Expected, 'origin' | 'placed' | 'rowId'> & {
  readonly prepared: Pick<Prepared, 'unmapped'>
}

/** Compares what no rule maps, and what the collection here has no place for. */
export function verifyRest(
  { log }: Verifying,
  { origin, placed, prepared, rowId }: ExpectedRest,
  kept: KeptPart | undefined,
): void {
  const { json, hasRest } = placed.document
  if (!kept) {
    if (hasRest || Object.keys(prepared.unmapped).length > 0)
      log.differ('rest', origin, { expected: 'a part among the documents', found: 'nothing' })
    return
  }
  if (kept.row_id !== rowId)
    log.differ('orphan', origin, {
      path: '(where the rest is)',
      expected: rowId,
      found: kept.row_id ?? '(nothing)',
    })
  const place = compareBson(readJsonb(json), readJsonb(kept.rest ?? '{}'))
  if (place) log.differ('rest', origin, place)
  // Both ways: neither may have more than the other.
  const places = [
    ...compareValues(prepared.unmapped, kept.unmapped, '$.unmapped'),
    ...compareValues(kept.unmapped, prepared.unmapped, '$.unmapped').map((one) => ({
      ...one,
      expected: one.found,
      found: one.expected,
    })),
  ]
  const [first] = places
  if (first) log.differ('rest', origin, first)
}
