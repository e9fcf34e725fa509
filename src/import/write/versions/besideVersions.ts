import type { PoolClient } from 'pg'

import { putVersionsBack, setVersionsAside } from './setVersionsAside'
import { IS_OWN } from './VersionedPage'

/**
 * Writes a page of which versions may have come in. Afterwards Payload's own version of it is one, however many languages were written and however
 * often since the import began.
 *
 * @returns whether there are others, which have to be settled when the page is written for good
 */
export async function besideVersions(
  client: PoolClient,
  page: string,
  { isNew, since }: { readonly isNew: boolean; readonly since: Date },
  write: () => Promise<void>,
): Promise<boolean> {
  const aside = isNew ? [] : await setVersionsAside(client, page)
  const before = isNew ? [] : await idsOf(client, page)
  await write()
  await client.query(
    `delete from _pages_v v where v.parent_id = $1 and v.latest is not true
       and (not v.id = any($2) or (${IS_OWN} and v.created_at >= $3))`,
    [page, before, since],
  )
  if (aside.length > 0) await putVersionsBack(client, page, aside)
  return aside.length > 0
}

async function idsOf(client: PoolClient, page: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    'select id::text from _pages_v where parent_id = $1',
    [page],
  )
  return rows.map(({ id }) => id)
}
