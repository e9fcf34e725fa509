import type { PoolClient } from 'pg'

import type { SpaceState } from './planImport'
import { isRedirectType } from './redirectTypes'

interface RedirectRow {
  readonly from: string
  readonly reference: string | null
  readonly url: string | null
  readonly type: string
}

/** The redirects and addresses of a space, which nobody changes until the transaction ends. */
export async function loadSpaceState(
  client: PoolClient,
  tenant: string,
  hosts: readonly string[],
): Promise<SpaceState> {
  // As the triggers of both tables take it, see atrium_redirect_lock.
  await client.query(`select pg_advisory_xact_lock(hashtextextended('pages:' || $1, 0))`, [tenant])
  const redirects = await client.query<RedirectRow>(
    `select "from", to_reference_id as reference, to_url as url, type::text as type from redirects where tenant_id = $1`,
    [tenant],
  )
  const pages = await client.query<{ path: string; id: string; published: boolean }>(
    `select path, id, _status = 'published' as published from pages where tenant_id = $1 and path is not null`,
    [tenant],
  )
  return {
    hosts,
    redirects: new Map(
      redirects.rows.map(({ type, ...row }) => [
        row.from,
        { ...row, type: isRedirectType(type) ? type : '301' },
      ]),
    ),
    pages: new Map(pages.rows.map(({ path, ...page }) => [path, page])),
  }
}
