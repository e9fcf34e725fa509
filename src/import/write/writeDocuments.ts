import { createHash } from 'node:crypto'

import type { PoolClient } from 'pg'

import { escapeText } from '../bson/escapeText'
import { byIds } from '../byIds'
import { binaryTexts } from './binaryTexts'
import { type OutcomeName } from './Tally'

/** A document for the collection `documents`. */
export interface KeptDocument {
  readonly id: string
  readonly database: string
  readonly collection: string
  /** See src/import/bson/idText.ts. */
  readonly sourceId: string
  /** For JSONB. */
  readonly json: string
  readonly hash: string
  /** Where the rest of it is. Undefined: this is all of it. */
  readonly row: { readonly collection: string; readonly id: string } | undefined
}

interface Writing {
  readonly tenant: string
  readonly run: string
  /** When the import began: the same for a batch, however often it is tried. */
  readonly at: Date
}

/** What came of a document; a text says why it cannot come in. */
export type Result = OutcomeName | { readonly refused: string }

interface KnownRow {
  readonly id: string
  readonly hash: string
  readonly made_by: string
  readonly written_by: string
  readonly source_database: string | null
}

/** An index takes no longer texts (PostgreSQL: a third of a page); an id of MongoDB may be any object. */
const MAX_ID = 1_000

/** The text by which an old id is kept and found; of a very long one its beginning, and its hash. */
export const storedId = (text: string): string =>
  text.length <= MAX_ID
    ? text
    : `${text.slice(0, 200)}… sha256:${createHash('sha256').update(text).digest('hex')}`

/** Names of MongoDB may have bytes in them that PostgreSQL refuses. */
export const storedName = (name: string): string => escapeText(name)

/**
 * Writes documents of one tenant, whose scope `client` is in: those that are new, and those that are other than they were. All of them
 * by one statement each, since there may be millions.
 */
export async function writeDocuments(
  client: PoolClient,
  documents: readonly KeptDocument[],
  writing: Writing,
): Promise<Result[]> {
  if (documents.length === 0) return []
  const { rows } = await client.query<KnownRow>(
    byIds('documents', 'id, hash, made_by, written_by, source_database'),
    [documents.map(({ id }) => id)],
  )
  const known = new Map(rows.map((row) => [row.id, row]))
  const seen = new Map<string, string>()
  const created: KeptDocument[] = []
  const updated: KeptDocument[] = []
  const results = documents.map((document): Result => {
    const twice = seen.get(document.id)
    if (twice !== undefined) return twice === document.hash ? 'unchanged' : refuseTwice
    seen.set(document.id, document.hash)
    const before = known.get(document.id)
    if (!before) {
      created.push(document)
      return 'created'
    }
    // What is left of a document depends on what else is here: it may be other, although the document is as it was.
    if (before.hash === document.hash && document.row === undefined) return 'unchanged'
    if (isElsewhere(before.source_database, document.database)) return refuseOther
    if (before.written_by === writing.run && document.row === undefined) return refuseTwice
    updated.push(document)
    return 'updated'
  })
  await insert(client, created, writing)
  await update(client, updated, writing)
  return results
}

export const refuseTwice = {
  refused: 'another document of the collection has the same id, and other content',
}

export const refuseOther = {
  refused: 'a document of another database, with the same collection and id, is in this space',
}

export const isElsewhere = (known: string | null, database: string): boolean =>
  Boolean(known) && database !== '' && known !== storedName(database)

const columnsOf = (documents: readonly KeptDocument[]) => [
  documents.map(({ id }) => id),
  documents.map(({ collection }) => storedName(collection)),
  documents.map(({ sourceId }) => storedId(sourceId)),
  documents.map(({ database }) => (database === '' ? null : storedName(database))),
  binaryTexts(documents.map(({ json }) => json)),
  documents.map(({ row }) => row === undefined),
  documents.map(({ row }) => row?.collection ?? null),
  documents.map(({ row }) => row?.id ?? null),
  documents.map(({ hash }) => hash),
]

const FROM = `unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::text[], $8::text[], $9::text[])
  as new (id, source_collection, source_id, source_database, data, complete, row_collection, row_id, hash)`

async function insert(
  client: PoolClient,
  documents: readonly KeptDocument[],
  { tenant, run, at }: Writing,
): Promise<void> {
  if (documents.length === 0) return
  await client.query(
    `insert into documents (id, tenant_id, source_collection, source_id, source_database, data, complete, row_collection, row_id, hash,
       made_by, written_by, created_at, updated_at)
     select id, $10::uuid, source_collection, source_id, source_database, data::jsonb, complete, row_collection, row_id, hash,
       $11, $11, $12, $12 from ${FROM}`,
    [...columnsOf(documents), tenant, run, at],
  )
}

async function update(
  client: PoolClient,
  documents: readonly KeptDocument[],
  { tenant, run, at }: Writing,
): Promise<void> {
  if (documents.length === 0) return
  await client.query(
    `insert into import_changes (id, tenant_id, import, row_collection, row_id, before)
     select gen_random_uuid(), $1::uuid, $2::text, 'documents', id::text, jsonb_build_object('row', to_jsonb(documents))
     from documents where id = any($3) and made_by <> $2::text
     on conflict do nothing`,
    [tenant, run, documents.map(({ id }) => id)],
  )
  await client.query(
    `update documents set data = new.data::jsonb, complete = new.complete, row_collection = new.row_collection, row_id = new.row_id,
       hash = new.hash, source_database = coalesce(new.source_database, documents.source_database), written_by = $10, updated_at = $11
     from ${FROM} where documents.id = new.id`,
    [...columnsOf(documents), run, at],
  )
}
