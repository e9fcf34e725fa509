import type { Payload } from 'payload'
import type { PoolClient } from 'pg'

import { inSavepoint } from '@/db/inSavepoint'
import { type Scope } from '@/db/scope'

import { keepTimes } from '../keepTimes'
import { refusalOf, requestFor } from '../writeRow'
import { IS_IMPORTED, IS_OWN } from './VersionedPage'

export interface Settling {
  readonly payload: Payload
  readonly client: PoolClient
  readonly req: Parameters<typeof requestFor>[1]
  readonly scope: Scope
}

interface VersionRow {
  readonly id: string
  readonly isImported: boolean
  readonly isOwn: boolean
  /** Whether it was written with the page as it is, or later. */
  readonly isAsNew: boolean
  readonly status: string | null
  readonly page: string
}

/**
 * Puts the versions of a page in order when some of them have come in. The one that Payload made when the page was written goes if the source has one
 * of the same state; of the others the newest alone is the latest.
 */
export async function settleVersions(settling: Settling, page: string): Promise<void> {
  const { client } = settling
  await keepTimes(client, async () => {
    const versions = await loadVersions(client, page)
    const own = versions.filter(({ isImported, isOwn }) => isOwn && !isImported)
    const isCovered = standsForPage(versions.find(({ isImported }) => isImported))
    const [kept] = own
    const goes = kept && isCovered ? await canGo(settling, page, kept) : false
    const gone = own.slice(goes ? 0 : 1).map(({ id }) => id)
    if (gone.length > 0) await client.query('delete from _pages_v where id = any($1)', [gone])
    const latest = versions.find(({ id }) => !gone.includes(id))
    await client.query(
      `update _pages_v set latest = (id = $2) where parent_id = $1 and latest is distinct from (id = $2)`,
      [page, latest?.id],
    )
  })
}

/** The newest first. */
async function loadVersions(client: PoolClient, page: string): Promise<VersionRow[]> {
  const { rows } = await client.query<VersionRow>(
    `select v.id::text, ${IS_IMPORTED} as "isImported", coalesce(${IS_OWN}, false) as "isOwn",
       greatest(v.updated_at, v.version_updated_at) >= p.updated_at as "isAsNew", v.version__status as status, p._status as page
     from _pages_v v join pages p on p.id = v.parent_id
     where v.parent_id = $1 order by v.updated_at desc, v.created_at desc, v.id`,
    [page],
  )
  return rows
}

/** Whether nothing but the newest version of the source has to be the latest: it may be a draft of what is published, not the other way round. */
const standsForPage = (newest: VersionRow | undefined): boolean =>
  newest !== undefined &&
  newest.isAsNew &&
  (newest.page === 'published' || newest.status === 'draft')

/** Of a draft that is written again, Payload (3.90) writes the version alone: what is only there becomes the row, before it goes. */
async function canGo(
  { client, payload, req, scope }: Settling,
  page: string,
  { id, page: status }: VersionRow,
): Promise<boolean> {
  if (status !== 'draft') return true
  const own = await requestFor(payload, req)
  const { docs } = await payload.db.findVersions<Record<string, unknown>>({
    collection: 'pages',
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    req: own,
  })
  const { rows } = await client.query<{ at: Date }>(
    'select updated_at as at from pages where id = $1',
    [page],
  )
  const updatedAt = rows[0]?.at.toISOString()
  try {
    await inSavepoint(own, scope, () =>
      payload.db.updateOne({
        collection: 'pages',
        id: page,
        data: { ...docs[0]?.version, updatedAt },
        req: own,
        returning: false,
      }),
    )
    return true
  } catch (error) {
    if (refusalOf(error) === undefined) throw error
    return false
  }
}
