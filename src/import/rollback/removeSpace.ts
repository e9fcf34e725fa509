import type { PoolClient } from 'pg'

import { AtriumError } from '@/errors'
import { inScopes, type ScopesTransaction } from '@/db/inScopes'

import { localApi } from '../write/localApi'
import { importScope } from '../write/runs'
import { requestFor } from '../write/writeRow'
import { type AffectedSpace, isMade, type Rollback } from './Rollback'

/**
 * Deletes a space that the import made, if nothing else is in it. Otherwise it stays, as if it had always been here.
 *
 * @returns undefined for one that the import did not make; true when it is gone; else why it stays
 */
export function removeSpace(
  rollback: Rollback,
  space: AffectedSpace,
): Promise<true | string | undefined> {
  return inScopes(rollback.payload, async (transaction) => {
    const isOwn = await transaction.inScope(importScope, (client) =>
      isMadeHere(rollback, client, space),
    )
    if (!isOwn) return undefined
    const blocked = await tryToRemove(rollback, transaction, space)
    if (blocked === undefined) return true
    await transaction.inScope(importScope, (client) => forget(client, space))
    return blocked
  })
}

async function isMadeHere(
  { later, run }: Rollback,
  client: PoolClient,
  { id }: AffectedSpace,
): Promise<boolean> {
  const { rows } = await client.query<{ made: boolean }>(
    `select ${isMade(`'tenants'`, '$3')} as made`,
    [run.id, later, id],
  )
  return rows[0]?.made === true
}

const forget = (client: PoolClient, { id }: AffectedSpace) =>
  client.query(
    `delete from import_rows where tenant_id = $1 and row_collection = 'tenants' and row_id = $1::uuid::text`,
    [id],
  )

async function tryToRemove(
  { payload }: Rollback,
  { part, req }: ScopesTransaction,
  space: AffectedSpace,
): Promise<string | undefined> {
  try {
    await part(importScope, async (client) => {
      await forget(client, space)
      // Words that visitors may be offered; nobody wrote them down as such.
      await client.query('delete from search_words where tenant_id = $1', [space.id])
      await localApi(payload).delete({
        collection: 'tenants',
        id: space.id,
        req: await requestFor(payload, req),
      })
    })
    return undefined
  } catch (error) {
    if (error instanceof AtriumError && error.code === 'IN_USE') return error.message
    throw error
  }
}
