import type { PoolClient } from 'pg'

import { PAGE_VERSIONS } from '../../rowCollection'
import { type RowEntry } from '../rowEntries'
import { STATE } from '../rowState'

/** A page as its versions need it. */
export interface VersionedPage {
  readonly id: string
  /** See rowState.ts. */
  readonly state: string
  readonly parent: string | null
  /** In each of its languages. */
  readonly addresses: Readonly<Record<string, { slug: string | null; path: string | null }>>
  /** Whether it has versions that no import made. */
  readonly hasOthers: boolean
}

/** In SQL: whether a document of the source became the version `v`. */
export const IS_IMPORTED = `exists (select from import_rows r where r.row_collection = '${PAGE_VERSIONS}' and r.row_id = v.id::text)`

/**
 * In SQL: whether the version `v` is the one that Payload made when an import wrote the page. Payload itself writes true, where it kept a draft beside
 * what it published, or nothing.
 */
export const IS_OWN = 'v.snapshot is false'

/** Pages by their ids. */
export async function loadVersionedPages(
  client: PoolClient,
  ids: readonly string[],
): Promise<Map<string, VersionedPage>> {
  const { rows } = await client.query<VersionedPage>(
    `select p.id::text, ${STATE.replaceAll('updated_at', 'p.updated_at')} as state, p.parent_id::text as parent,
       coalesce((select jsonb_object_agg(l._locale, jsonb_build_object('slug', l.slug, 'path', l.path))
         from pages_locales l where l._parent_id = p.id), '{}') as addresses,
       exists (select from _pages_v v where v.parent_id = p.id and not coalesce(${IS_OWN}, false) and not ${IS_IMPORTED}) as "hasOthers"
     from pages p where p.id = any($1::uuid[])`,
    [[...new Set(ids)]],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Whether somebody works with a page here, in words: then its versions are theirs. */
export function workOn(page: VersionedPage | undefined, entry: RowEntry): string | undefined {
  if (!page) return 'its page was deleted here since it came in'
  return page.state !== entry.state || page.hasOthers
    ? 'its page was changed here since it came in'
    : undefined
}
