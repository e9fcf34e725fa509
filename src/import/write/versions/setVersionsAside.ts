import type { PoolClient } from 'pg'

import { keepTimes } from '../keepTimes'
import { IS_IMPORTED } from './VersionedPage'

/**
 * Takes the versions that came in away from a page which is about to be written: Payload (3.90) takes what a write does not say from the latest
 * version, makes that another time, and deletes the oldest of more than `maxPerDoc`. In the open transaction: nobody sees it.
 *
 * @returns what {@link putVersionsBack} needs
 */
export async function setVersionsAside(client: PoolClient, page: string): Promise<string[]> {
  return keepTimes(client, async () => {
    const { rows } = await client.query<{ id: string }>(
      `update _pages_v v set parent_id = null where v.parent_id = $1 and ${IS_IMPORTED} returning v.id::text`,
      [page],
    )
    return rows.map(({ id }) => id)
  })
}

export async function putVersionsBack(
  client: PoolClient,
  page: string,
  versions: readonly string[],
): Promise<void> {
  await keepTimes(client, () =>
    client.query('update _pages_v set parent_id = $1 where id = any($2)', [page, versions]),
  )
}
