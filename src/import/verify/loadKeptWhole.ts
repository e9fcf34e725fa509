import type { PoolClient } from 'pg'

import { byIds } from '../byIds'
import { type Placed } from '../write/Placed'

/** Which of some documents are kept whole, although a rule maps their collection. */
export async function loadKeptWhole(
  client: PoolClient,
  group: readonly Placed[],
): Promise<Set<string>> {
  const { rows } = await client.query<{ id: string }>(
    `${byIds('documents', 'id')} where complete`,
    [group.map(({ id }) => id)],
  )
  return new Set(rows.map(({ id }) => id))
}
