import { queryInTransaction } from '@/db/inTransaction'

import type { Asker } from './loadContents'

/** No slug begins with it, see `validateSlug`. What follows is the page's id, `~`, and the slug itself. */
const MARK = '~'
const PARKED = `'${MARK}' || l.page || '${MARK}' || l.slug`
const FREED = `substr(l.slug, ${MARK.length + 36 + MARK.length + 1})`

/**
 * Both places from which Payload reads a page before it changes it: the page itself, and the newest of its versions. What it does
 * not change it writes as it has read it.
 */
const PARK = [
  `with l as (select id, _parent_id as page, slug from pages_locales where _parent_id = any($1::uuid[]) and slug <> '')
   update pages_locales set slug = ${PARKED} from l where pages_locales.id = l.id`,
  `with l as (
     select l.id, v.parent_id as page, l.version_slug as slug
     from _pages_v v join _pages_v_locales l on l._parent_id = v.id
     where v.parent_id = any($1::uuid[]) and v.latest and l.version_slug <> ''
   )
   update _pages_v_locales set version_slug = ${PARKED} from l where _pages_v_locales.id = l.id`,
]

/** Versions that were made meanwhile included. */
const FREE = [
  `update pages_locales l set slug = ${FREED}
   where l._parent_id = any($1::uuid[]) and l.slug like '${MARK}%'`,
  `with l as (
     select l.id, l.version_slug as slug
     from _pages_v v join _pages_v_locales l on l._parent_id = v.id
     where v.parent_id = any($1::uuid[]) and l.version_slug like '${MARK}%'
   )
   update _pages_v_locales
   set version_slug = ${FREED}, version_path = regexp_replace(version_path, '${MARK}.{36}${MARK}', '', 'g')
   from l where _pages_v_locales.id = l.id`,
]

/**
 * Runs `work` while pages have slugs that nobody else has or wants, in all languages: it can give each of them the address of another
 * one. Those that it did not give anew are as before then. In the open transaction: nobody sees it.
 *
 * @throws AtriumError CONFLICT when an old address was given away to another page and is not replaced.
 */
export async function withSlugsParked(
  { req, scope }: Pick<Asker, 'req' | 'scope'>,
  pages: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  for (const statement of PARK) await queryInTransaction(req, scope, statement, [pages])
  await work()
  for (const statement of FREE) await queryInTransaction(req, scope, statement, [pages])
}
