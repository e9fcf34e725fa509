import { type PoolClient } from 'pg'

import { importScope } from '../write/runs'
import { type Transact } from '../write/ImportContext'
import { type Bucket } from './IdBuckets'

/** A document that has come in at some time: kept whole, or as a row. */
export interface Entry {
  readonly id: string
  readonly tenant: string
  readonly database: string | null
  readonly collection: string
  readonly sourceId: string
  readonly madeBy: string
  readonly writtenBy: string
  /** A part of a document whose row nobody knows. */
  readonly isLost: boolean
}

const PAGE = 5_000

const COLUMNS = `id, tenant_id as tenant, source_database as database, source_collection as collection, source_id as "sourceId",
  made_by as "madeBy", written_by as "writtenBy"`

const SOURCES = [
  `select ${COLUMNS}, false as "isLost" from import_rows where row_hash <> '' and`,
  // Of a part, the entry of the whole is in the map of ids.
  `select ${COLUMNS}, not complete as "isLost" from documents
   where (complete or not exists (select from import_rows r where r.id = documents.id)) and`,
] as const

/** Everything that has come in with an id of a bucket, whoever brought it: ids and names, and nothing of what is in it. */
export async function* walkEntries(
  transact: Transact,
  { from, to }: Pick<Bucket, 'from' | 'to'>,
): AsyncGenerator<Entry> {
  for (const source of SOURCES) {
    let after = from
    let isFirst = true
    for (;;) {
      const rows = await transact(({ inScope }) =>
        inScope(importScope, (client) => page(client, source, after, to, isFirst)),
      )
      yield* rows
      const last = rows.at(-1)
      if (!last || rows.length < PAGE) break
      after = last.id
      isFirst = false
    }
  }
}

async function page(
  client: PoolClient,
  source: string,
  after: string,
  to: string,
  isFirst: boolean,
): Promise<Entry[]> {
  const { rows } = await client.query<Entry>(
    `${source} id ${isFirst ? '>=' : '>'} $1 and id < $2 order by id limit ${PAGE}`,
    [after, to],
  )
  return rows
}
