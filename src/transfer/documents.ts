import type { PoolClient } from 'pg'

import type { Reference } from '@/blocks/mapReferences'

import { isUuid } from './isUuid'

/** What pages refer to, and by which name somebody else knows it: media by filename, forms by title, pages by path. */
export const REFERRED = ['media', 'forms', 'pages'] as const
export type Referred = (typeof REFERRED)[number]

export const isReferred = (collection: string): collection is Referred =>
  REFERRED.some((one) => one === collection)

/** The documents of one space that some references mean. */
export interface Documents {
  readonly has: (reference: Reference) => boolean
  readonly nameOf: (reference: Reference) => string | undefined
  /** Those that have a name and are not in the trash; more than one form may be called alike. */
  readonly idsOf: (collection: string, name: string) => readonly string[]
}

interface Found {
  readonly collection: string
  readonly id: string
  readonly name: string | null
  readonly trashed: boolean
}

/** Looks up ids and names in one go. What is another space's is not there. */
export async function loadDocuments(
  client: PoolClient,
  tenant: string,
  values: Iterable<string>,
): Promise<Documents> {
  const all = [...new Set(values)]
  const { rows } = await client.query<Found>(
    `select 'media' as collection, id, filename as name, deleted_at is not null as trashed
     from media where tenant_id = $1 and (id = any($2::uuid[]) or filename = any($3))
     union all
     select 'forms', id, title, deleted_at is not null
     from forms where tenant_id = $1 and (id = any($2::uuid[]) or title = any($3))
     union all
     select 'pages', p.id, l.path, p.deleted_at is not null
     from pages p
     left join pages_locales l on l._parent_id = p.id and l._locale = atrium_default_locale($1)
     where p.tenant_id = $1 and (p.id = any($2::uuid[]) or l.path = any($3))`,
    [tenant, all.filter(isUuid), all],
  )
  const names = new Map(rows.map(({ collection, id, name }) => [`${collection}:${id}`, name]))
  const ids = new Map<string, string[]>()
  for (const { collection, id, name, trashed } of rows) {
    if (trashed || name === null) continue
    const key = `${collection}:${name}`
    ids.set(key, [...(ids.get(key) ?? []), id])
  }
  return {
    has: ({ relationTo, value }) => names.has(`${relationTo}:${value}`),
    nameOf: ({ relationTo, value }) => names.get(`${relationTo}:${value}`) ?? undefined,
    idsOf: (collection, name) => ids.get(`${collection}:${name}`) ?? [],
  }
}
