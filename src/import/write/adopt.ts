import type { PoolClient } from 'pg'

import { type Placed } from './Placed'
import { rowEntries } from './rowEntries'
import { type Rows } from './Rows'
import { stateOf } from './rowState'

/** Who made a row that no import made: a roll back leaves it alone. */
export const ADOPTED = 'nobody'

/** Notes that a row which was here before is what a document would have become. */
export async function adopt(
  { context, target, known }: Pick<Rows, 'context' | 'target' | 'known'>,
  client: PoolClient,
  placed: Placed,
  rowId: string,
): Promise<void> {
  const entry = await rowEntries.save(client, placed, undefined, {
    tenant: placed.space?.id ?? rowId,
    run: ADOPTED,
    target: target.slug,
    rowId,
    state: (await stateOf(client, target.slug, rowId)) ?? '',
    missing: [],
  })
  known.set(placed.id, entry)
  context.spaces.forget()
}
