import type { CollectionSlug } from 'payload'
import type { PoolClient } from 'pg'

import { oldIdTexts } from '@/collections/oldIdTexts'

import { idText } from '../bson/idText'
import { byIds } from '../byIds'
import { isUuid } from '../isUuid'
import { type RowCollection } from '../rowCollection'
import { type Placed } from './Placed'
import { readWaiting, writeWaitingText } from './waitingText'
import { storedId, storedName } from './writeDocuments'

/** What the map of ids has of a document. */
export interface RowEntry {
  readonly rowId: string
  /** Of the document in the source, when it came in. */
  readonly hash: string
  /** Of the row, as the import left it. Empty: there is none yet. */
  readonly state: string
  /** What the document refers to and has not come in. */
  readonly missing: readonly string[]
  readonly madeBy: string
  readonly writtenBy: string
  readonly database: string | null
}

interface Row {
  readonly id: string
  readonly row_id: string
  readonly hash: string
  readonly row_hash: string
  readonly waiting: string | null
  readonly made_by: string
  readonly written_by: string
  readonly source_database: string | null
}

interface NewEntry {
  readonly tenant: string
  readonly run: string
  readonly target: RowCollection
  readonly rowId: string
  readonly state: string
  /** What the document refers to and has not come in: it is kept, to be written again. */
  readonly missing: readonly string[]
}

/** The entries of documents, by their ids. */
async function load(client: PoolClient, ids: readonly string[]): Promise<Map<string, RowEntry>> {
  const { rows } = await client.query<Row>(
    byIds(
      'import_rows',
      'id, row_id, hash, row_hash, waiting, made_by, written_by, source_database',
    ),
    [[...new Set(ids)]],
  )
  return new Map(
    rows.map((row) => [
      row.id,
      {
        rowId: row.row_id,
        hash: row.hash,
        state: row.row_hash,
        missing: row.waiting === null ? [] : readWaiting(row.waiting).missing,
        madeBy: row.made_by,
        writtenBy: row.written_by,
        database: row.source_database,
      },
    ]),
  )
}

/** Notes which row a document became. Other documents of the same row learn its new state. */
async function save(
  client: PoolClient,
  placed: Placed,
  before: RowEntry | undefined,
  entry: NewEntry,
): Promise<RowEntry> {
  const { document, id } = placed
  const { collection, document: source } = document.item
  const own = source.get('_id')
  await client.query(
    `insert into import_rows (id, tenant_id, row_collection, row_id, source_database, source_collection, source_id, hash, row_hash, waiting,
       made_by, written_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)
     on conflict (id) do update set row_id = excluded.row_id, hash = excluded.hash, row_hash = excluded.row_hash, waiting = excluded.waiting,
       written_by = excluded.written_by, source_database = coalesce(excluded.source_database, import_rows.source_database)`,
    [
      id,
      entry.tenant,
      entry.target,
      entry.rowId,
      collection.database === '' ? null : storedName(collection.database),
      storedName(collection.name),
      own ? storedId(idText(own)) : '',
      document.hash,
      entry.state,
      entry.missing.length === 0 ? null : writeWaitingText(placed, entry.missing),
      entry.run,
    ],
  )
  if (entry.state !== '')
    await client.query(
      `update import_rows set row_hash = $3 where row_collection = $1 and row_id = $2 and row_hash not in ('', $3)`,
      [entry.target, entry.rowId, entry.state],
    )
  return {
    rowId: entry.rowId,
    hash: document.hash,
    state: entry.state,
    missing: entry.missing,
    madeBy: before?.madeBy ?? entry.run,
    writtenBy: entry.run,
    database: collection.database,
  }
}

/**
 * The row of a document that was in a collection here, by the text of its old id. A rule with `as: reference` has made that of the row of it
 * already, which is the row only if it is one of the collection.
 */
async function find(
  client: PoolClient,
  target: CollectionSlug,
  oldId: string,
): Promise<string | undefined> {
  const { rows } = await client.query<{ row_id: string }>(
    `select row_id from import_rows where row_collection = $1 and source_id = any($2) and row_hash <> '' limit 1`,
    [target, oldIdTexts(oldId).map(storedId)],
  )
  return rows[0]?.row_id ?? (isUuid(oldId) ? findRow(client, target, oldId) : undefined)
}

async function findRow(
  client: PoolClient,
  target: CollectionSlug,
  id: string,
): Promise<string | undefined> {
  const { rows } = await client.query<{ row_id: string }>(
    `select row_id from import_rows where row_collection = $1 and row_id = $2 and row_hash <> '' limit 1`,
    [target, id],
  )
  return rows[0]?.row_id
}

export const rowEntries = { load, save, find }
