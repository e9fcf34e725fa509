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
    // In each language of the site; what is translated comes last, and so wins its address from what stands in.
    `select atrium_page_href($1, s.locale, coalesce(own.path, main.path)) as path, p.id, p._status = 'published' as published
     from pages p
     cross join (
       select default_locale::text::_locales as locale from tenants where id = $1
       union select value::text::_locales from tenant_locales where parent_id = $1
     ) s
     left join pages_locales own on own._parent_id = p.id and own._locale = s.locale
     left join pages_locales main on main._parent_id = p.id and main._locale = atrium_default_locale($1)
     where p.tenant_id = $1 and coalesce(own.path, main.path) is not null
     order by own.path is not null`,
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
