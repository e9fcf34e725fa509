import type { PoolClient } from 'pg'

import { inScopes } from '@/db/inScopes'
import { type Scope } from '@/db/scope'
import { hasStoredFiles } from '@/media/storedCollections'

import { ImportError } from '../write/ImportError'
import { tableOf } from '../write/rowState'
import { requestFor } from '../write/writeRow'
import { topOf } from './foreignKeys'
import { knownCollection } from './knownCollection'
import { filesOf, type RemovedFiles } from './RemovedFiles'
import { isMade, KEEP_TIMES, type Rollback } from './Rollback'

interface Deleting {
  readonly rollback: Rollback
  readonly scope: Scope
  readonly tenant: string
  readonly collection: string
  readonly files: RemovedFiles
}

/**
 * Deletes the rows of a collection that the import made, with all that belongs to them, at the level of the database: hooks that ask whether something
 * is used would ask for what goes as well. What refers to others of the same collection goes first. How many it was.
 */
export async function deleteRows(deleting: Deleting): Promise<number> {
  let deleted = 0
  for (;;) {
    const [inPass, left] = await pass(deleting, (count) =>
      deleting.rollback.onProgress(`${deleted + count} ${deleting.collection} removed`),
    )
    deleted += inPass
    if (left === 0) return deleted
    if (inPass === 0)
      throw new ImportError(
        `${left} rows of ${deleting.collection} cannot be removed: others refer to them.`,
        'npm run import:rollback -- <import> --dry-run lists what is in the way',
      )
  }
}

/** Once through all of them. How many are deleted, and how many others refer to. */
async function pass(
  { rollback, scope, tenant, collection, files }: Deleting,
  onBatch: (deleted: number) => void,
): Promise<[deleted: number, left: number]> {
  const { payload, signal } = rollback
  let [after, deleted, left] = ['', 0, 0]
  for (;;) {
    signal?.throwIfAborted()
    const batch = await inScopes(payload, ({ inScope, req }) =>
      inScope(scope, async (client) => {
        await client.query(KEEP_TIMES)
        const ids = await nextRows(rollback, client, tenant, collection, after)
        if (ids.length === 0) return undefined
        if (hasStoredFiles(collection)) {
          const { docs } = await payload.db.find<Record<string, unknown> & { id: string }>({
            collection: knownCollection(payload, collection),
            where: { id: { in: ids } },
            limit: 0,
            pagination: false,
            req: await requestFor(payload, req),
          })
          await files.note(docs.flatMap((row) => filesOf(collection, row)))
        }
        await unlink(rollback, client, collection, ids)
        return { last: ids.at(-1) ?? '', ...(await deleteBatch(rollback, client, collection, ids)) }
      }),
    )
    await files.remove(scope)
    if (!batch) return [deleted, left]
    after = batch.last
    deleted += batch.deleted
    left += batch.left
    onBatch(deleted)
  }
}

async function nextRows(
  { batchSize, later, run }: Rollback,
  client: PoolClient,
  tenant: string,
  collection: string,
  after: string,
): Promise<string[]> {
  const { rows } = await client.query<{ row_id: string }>(
    `select distinct r.row_id from import_rows r
     where r.tenant_id = $3 and r.row_collection = $4 and r.row_id > $5 and r.made_by = $1 and r.row_hash <> ''
       and ${isMade('r.row_collection', 'r.row_id')}
     order by r.row_id limit $6`,
    [run.id, later, tenant, collection, after, batchSize],
  )
  return rows.map(({ row_id }) => row_id)
}

/** Empties lists in which rows of one collection name each other: in a circle, none of them could go first. */
async function unlink(
  { keys }: Rollback,
  client: PoolClient,
  collection: string,
  ids: readonly string[],
): Promise<void> {
  const table = tableOf(collection).replaceAll('"', '')
  for (const { column, source, target } of keys.restrictions) {
    const parent = keys.parents.get(source)
    if (target !== table || parent?.table !== table || topOf(keys, source) !== table) continue
    await client.query(
      `delete from "${source}" where "${parent.column}" = any($1::uuid[]) and "${column}" is not null`,
      [ids],
    )
  }
}

async function deleteBatch(
  { keys }: Rollback,
  client: PoolClient,
  collection: string,
  ids: readonly string[],
): Promise<{ deleted: number; left: number }> {
  const table = tableOf(collection)
  const bare = table.replaceAll('"', '')
  const own = keys.restrictions.filter(({ source, target }) => source === bare && target === bare)
  const listed = keys.restrictions.filter(
    ({ source, target }) => target === bare && keys.parents.get(source)?.table === bare,
  )
  const free = [
    ...own.map(({ column }) => `not exists (select from ${table} c where c."${column}" = t.id)`),
    ...listed.map(
      ({ column, source }) => `not exists (select from "${source}" c where c."${column}" = t.id)`,
    ),
  ]
  const { rowCount } = await client.query(
    `delete from ${table} t where t.id = any($1::uuid[]) ${free.map((one) => `and ${one}`).join(' ')}`,
    [ids],
  )
  const { rows } = await client.query<{ id: string }>(
    `select id::text from ${table} where id = any($1::uuid[])`,
    [ids],
  )
  const left = rows.map(({ id }) => id)
  await client.query(
    `delete from import_rows where row_collection = $1 and row_id = any($2) and not row_id = any($3)`,
    [collection, ids, left],
  )
  return { deleted: rowCount ?? 0, left: left.length }
}
