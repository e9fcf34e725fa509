import type { PoolClient } from 'pg'

import type { Locale } from '@/locales/locales'

/** A page of a space, as far as its address goes. */
export interface TreePage {
  readonly id: string
  readonly parent: string | null
  /** In the main language; null in the trash, below it, and without an address. */
  readonly path: string | null
  readonly slugs: Readonly<Partial<Record<Locale, string>>>
  readonly published: boolean
  readonly trashed: boolean
  /** Published, and changed since by somebody who has not published that. */
  readonly changing: boolean
}

/** All pages of a space, by id and in the order of their addresses: those above before those below. */
export async function loadTree(
  client: PoolClient,
  tenant: string,
): Promise<ReadonlyMap<string, TreePage>> {
  const { rows } = await client.query<TreePage>(
    `select p.id, p.parent_id as parent, main.path, coalesce(all_slugs.slugs, '{}') as slugs,
       p._status = 'published' as published, p.deleted_at is not null as trashed,
       p._status = 'published' and exists (
         select from _pages_v v where v.parent_id = p.id and v.latest and v.version__status = 'draft'
       ) as changing
     from pages p
     left join pages_locales main on main._parent_id = p.id and main._locale = atrium_default_locale($1)
     left join lateral (
       select jsonb_object_agg(l._locale, l.slug) as slugs
       from pages_locales l where l._parent_id = p.id and l.slug <> ''
     ) all_slugs on true
     where p.tenant_id = $1
     order by main.path, p.id`,
    [tenant],
  )
  return new Map(rows.map((row) => [row.id, row]))
}
