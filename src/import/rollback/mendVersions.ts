import type { Payload } from 'payload'
import type { PoolClient } from 'pg'

import { inScopes, type ScopesTransaction } from '@/db/inScopes'
import { type Scope } from '@/db/scope'

import { keepTimes } from '../write/keepTimes'
import { settleVersions } from '../write/versions/settleVersions'
import { IS_IMPORTED } from '../write/versions/VersionedPage'
import { requestFor } from '../write/writeRow'
import { type Rollback } from './Rollback'

interface TornPage {
  readonly id: string
  readonly updated_at: Date
  readonly versions: number
}

const BATCH = 50

/** Pages that came in and have lost their latest version, or all of them: Payload lists a page by that. Those of the newest one are in order. */
const TORN = `
  select p.id::text, p.updated_at, count(v.id)::int as versions
  from pages p left join _pages_v v on v.parent_id = p.id
  where p.tenant_id = $1 and exists (select from import_rows r where r.row_collection = 'pages' and r.row_id = p.id::text)
  group by p.id having count(v.id) filter (where v.latest) = 0 or (bool_or(${IS_IMPORTED})
    and (count(v.id) filter (where v.latest) > 1 or max(v.updated_at) > max(v.updated_at) filter (where v.latest)))
  order by p.id limit ${BATCH}`

/** Puts the versions of pages in order that are left when others are gone. */
export async function mendVersions(
  { payload, signal }: Rollback,
  scope: Scope,
  tenant: string,
): Promise<void> {
  for (;;) {
    signal?.throwIfAborted()
    const mended = await inScopes(payload, (transaction) =>
      transaction.inScope(scope, async (client) => {
        await client.query('set local statement_timeout = 0')
        const { rows } = await client.query<TornPage>(TORN, [tenant])
        for (const page of rows)
          if (page.versions > 0)
            await settleVersions({ payload, client, req: transaction.req, scope }, page.id)
          else await versionOfRow(payload, client, transaction, page)
        return rows.length
      }),
    )
    if (mended < BATCH) return
  }
}

/** The version that Payload made when the page came in, and that went when the source had one of the same state. */
async function versionOfRow(
  payload: Payload,
  client: PoolClient,
  transaction: ScopesTransaction,
  { id, updated_at }: TornPage,
): Promise<void> {
  const req = await requestFor(payload, transaction.req)
  const page = await payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: 'pages',
    where: { id: { equals: id } },
    req,
  })
  const at = updated_at.toISOString()
  await keepTimes(client, async () => {
    await payload.db.createVersion<Record<string, unknown>>({
      collectionSlug: 'pages',
      parent: id,
      versionData: { ...page } as never,
      autosave: false,
      createdAt: at,
      updatedAt: at,
      req,
      returning: false,
    })
    await client.query('update _pages_v set snapshot = false where parent_id = $1', [id])
  })
}
