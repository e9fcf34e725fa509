import type { CollectionSlug } from 'payload'
import type { PoolClient } from 'pg'
import { z } from 'zod'

import { inScopes, type ScopesTransaction } from '@/db/inScopes'
import { type Scope } from '@/db/scope'

import { PAGE_VERSIONS, type RowCollection } from '../rowCollection'
import { statesOf, tableOf } from '../write/rowState'
import { IS_IMPORTED } from '../write/versions/VersionedPage'
import { requestFor } from '../write/writeRow'
import { knownCollection } from './knownCollection'
import { restoreVersion } from './restoreVersion'
import { KEEP_TIMES, type Rollback } from './Rollback'

const entrySchema = z.looseObject({ id: z.string(), made_by: z.string(), written_by: z.string() })

const beforeSchema = z.object({
  row: z.record(z.string(), z.unknown()),
  entries: z.array(entrySchema).nullish(),
})

interface ChangeRow {
  readonly id: string
  readonly row_id: string
  readonly before: unknown
}

/** How many rows are restored in one transaction: each is a call of the adapter. */
const BATCH = 50

/** Puts the rows of a collection back that the import overwrote, and what the map of ids had of them. How many it was. */
export async function restoreRows(
  rollback: Rollback,
  scope: Scope,
  tenant: string,
  slug: string,
): Promise<number> {
  const { payload, run, signal } = rollback
  const collection = slug === PAGE_VERSIONS ? slug : knownCollection(payload, slug)
  let restored = 0
  for (;;) {
    signal?.throwIfAborted()
    const left = await inScopes(payload, async (transaction) =>
      transaction.inScope(scope, async (client) => {
        await client.query(KEEP_TIMES)
        const { rows } = await client.query<ChangeRow>(
          `select id, row_id, before from import_changes where tenant_id = $1 and import = $2 and row_collection = $3
           order by id limit ${BATCH}`,
          [tenant, run.id, collection],
        )
        for (const row of rows)
          if (await restoreRow(rollback, transaction, client, collection, row)) restored += 1
        await client.query('delete from import_changes where id = any($1)', [
          rows.map(({ id }) => id),
        ])
        return rows.length
      }),
    )
    if (left === 0) return restored
    rollback.onProgress(`${restored} ${collection} restored`)
  }
}

async function restoreRow(
  { payload, run }: Rollback,
  transaction: ScopesTransaction,
  client: PoolClient,
  collection: RowCollection,
  { before, row_id: rowId }: ChangeRow,
): Promise<boolean> {
  const { entries, row } = beforeSchema.parse(before)
  // The import made it, and another document of the same import wrote it again.
  const wasThere = !entries || entries.some(({ made_by }) => made_by !== run.id)
  if (!wasThere) return false
  const isThere = (await statesOf(client, collection, [rowId])).size > 0
  if (isThere && collection === PAGE_VERSIONS)
    await restoreVersion(payload, transaction, client, rowId, row)
  else if (isThere && collection !== PAGE_VERSIONS)
    await writeBack({ payload, run }, transaction, client, collection, rowId, row)
  await client.query(
    'delete from import_rows where row_collection = $1 and row_id = $2 and made_by = $3',
    [collection, rowId, run.id],
  )
  await client.query(
    `update import_rows r set row_id = e.row_id, source_database = e.source_database, hash = e.hash, row_hash = e.row_hash,
       waiting = e.waiting, made_by = e.made_by, written_by = e.written_by, updated_at = e.updated_at, created_at = e.created_at
     from jsonb_populate_recordset(null::import_rows, $1::jsonb) e where r.id = e.id`,
    [JSON.stringify((entries ?? []).map((entry) => known(entry, run.id)))],
  )
  return isThere
}

/** An entry that the import had touched before it wrote the row: of which document the row is, is not known any more. */
const known = (entry: z.infer<typeof entrySchema>, run: string) =>
  entry.written_by === run
    ? { ...entry, hash: '', written_by: entry.made_by, waiting: null }
    : entry

async function writeBack(
  { payload, run }: Pick<Rollback, 'payload' | 'run'>,
  transaction: ScopesTransaction,
  client: PoolClient,
  collection: CollectionSlug,
  id: string,
  row: Readonly<Record<string, unknown>>,
): Promise<void> {
  const req = await requestFor(payload, transaction.req)
  const { id: _id, ...data } = row
  const now = await payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection,
    where: { id: { equals: id } },
    req,
  })
  // The adapter leaves alone what it is told nothing of.
  const gone = Object.keys(now ?? {}).filter((name) => !(name in row))
  await payload.db.updateOne({
    collection,
    id,
    data: { ...Object.fromEntries(gone.map((name) => [name, null])), ...data },
    req,
    returning: false,
  })
  if (payload.collections[collection].config.versions)
    await removeVersions(client, collection, id, run.created_at)
  if (collection === 'pages') await removeRedirects(client)
  await client.query(
    `update ${tableOf(collection)} set created_at = coalesce($2::timestamptz, created_at), updated_at = coalesce($3::timestamptz, updated_at)
     where id = $1`,
    [id, row.createdAt ?? null, row.updatedAt ?? null],
  )
}

/** Versions that came with the import; the newest of the others is the latest again. */
async function removeVersions(
  client: PoolClient,
  collection: CollectionSlug,
  id: string,
  since: Date,
): Promise<void> {
  const versions = tableOf(`_${collection}_v`)
  await client.query(
    `delete from ${versions} v where v.parent_id = $1 and v.created_at >= $2 and not ${IS_IMPORTED}`,
    [id, since],
  )
  await client.query(
    `update ${versions} set latest = true where id = (
       select id from ${versions} where parent_id = $1 order by created_at desc, id desc limit 1) and latest is not true`,
    [id],
  )
}

/**
 * Moving a page back leaves redirects where the import had moved it to, and those below it: nobody has come by these addresses. Only those of this
 * transaction, at its end as the trigger of pages has it.
 */
async function removeRedirects(client: PoolClient): Promise<void> {
  await client.query('set constraints all immediate')
  await client.query(
    `delete from redirects where origin = 'move' and created_at = now()::timestamptz(3)
       and xmin::text::bigint = (pg_current_xact_id()::text::bigint & 4294967295)`,
  )
  await client.query('set constraints all deferred')
}

/** Puts documents back that the import overwrote. How many it was. */
export async function restoreDocuments(
  rollback: Rollback,
  scope: Scope,
  tenant: string,
): Promise<number> {
  const { batchSize, payload, run, signal } = rollback
  let restored = 0
  for (;;) {
    signal?.throwIfAborted()
    const count = await inScopes(payload, ({ inScope }) =>
      inScope(scope, async (client) => {
        await client.query(KEEP_TIMES)
        const { rows } = await client.query<{ id: string }>(
          `select id from import_changes where tenant_id = $1 and import = $2 and row_collection = 'documents' order by id limit $3`,
          [tenant, run.id, batchSize],
        )
        const ids = rows.map(({ id }) => id)
        await client.query(RESTORE, [ids])
        await client.query('delete from import_changes where id = any($1)', [ids])
        return ids.length
      }),
    )
    if (count === 0) return restored
    restored += count
    rollback.onProgress(`${restored} documents restored`)
  }
}

const RESTORE = `
  update documents d set source_collection = was.source_collection, source_id = was.source_id, source_database = was.source_database,
    data = was.data, complete = was.complete, row_collection = was.row_collection, row_id = was.row_id, hash = was.hash,
    made_by = was.made_by, written_by = was.written_by, updated_at = was.updated_at, created_at = was.created_at
  from (select (jsonb_populate_record(null::documents, c.before -> 'row')).* from import_changes c where c.id = any($1)) was
  where d.id = was.id`
