import type { ClientBase } from 'pg'

import { embedPages } from '@/jobs/tasks/embedPages'

import { KINDS, type Kind } from './parseSearch'

/** Where a run is: it goes on there when it was interrupted. */
export interface Place {
  readonly kind: Kind
  /** The last document that was done; those after it in the order of ids are not. */
  readonly after: string
}

const START = '00000000-0000-0000-0000-000000000000'
const BATCH = 200

/** The table of a kind, and the function that writes what search knows of one document (src/db/sql/functions). */
const SOURCES: Readonly<Record<Kind, { table: string; write: string }>> = {
  pages: { table: 'pages', write: 'atrium_search_page' },
  media: { table: 'media', write: 'atrium_search_media' },
  forms: { table: 'forms', write: 'atrium_search_form' },
  'form-submissions': { table: 'form_submissions', write: 'atrium_search_lead' },
}

/** How many documents there are, of one space or of all. */
export async function countDocuments(client: ClientBase, tenant: string | null): Promise<number> {
  let total = 0
  for (const kind of KINDS) {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from ${SOURCES[kind].table} where $1::uuid is null or tenant_id = $1`,
      [tenant],
    )
    total += rows[0]?.count ?? 0
  }
  return total
}

/**
 * Writes the next documents anew, each in a transaction of its own: nobody who changes one meanwhile waits for the others, and
 * what is written last is what is true (see the lock in atrium_search_page.sql).
 *
 * @param client in the role `atrium_platform`, in no transaction
 * @returns what was done, and where to go on; `place` is undefined when nothing is left.
 */
export async function reindexBatch(
  client: ClientBase,
  tenant: string | null,
  { kind, after }: Place = { kind: KINDS[0], after: START },
): Promise<{ done: number; place: Place | undefined }> {
  const { table, write } = SOURCES[kind]
  const { rows } = await client.query<{ id: string; tenant_id: string }>(
    `select id, tenant_id from ${table} where id > $1 and ($2::uuid is null or tenant_id = $2) order by id limit ${BATCH}`,
    [after, tenant],
  )
  for (const row of rows) await client.query(`select ${write}($1, $2)`, [row.tenant_id, row.id])
  const last = rows.at(-1)
  if (last && rows.length === BATCH) return { done: rows.length, place: { kind, after: last.id } }
  const next = KINDS[KINDS.indexOf(kind) + 1]
  return { done: rows.length, place: next && { kind: next, after: START } }
}

/** Forgets the words to suggest; those that are still on a page come back with it. */
export const forgetWords = (client: ClientBase, tenant: string | null): Promise<unknown> =>
  client.query('delete from search_words where $1::uuid is null or tenant_id = $1', [tenant])

/** Has the vectors of pages looked at, in one space or in all: what has none gets one. @returns in how many spaces. */
export async function queueEmbeddings(client: ClientBase, tenant: string | null): Promise<number> {
  const { rowCount } = await client.query(
    `insert into payload_jobs (id, task_slug, title, input, tenant_id)
     select gen_random_uuid(), $2::text, $3, '{}', t.id from tenants t
     where ($1::uuid is null or t.id = $1) and exists (
       select from search_documents d where d.tenant_id = t.id and d.kind = 'pages'
     ) and not exists (
       select from payload_jobs j
       where j.task_slug = $2::text and j.tenant_id = t.id and j.state in ('waiting', 'running')
     )`,
    [tenant, embedPages.slug, embedPages.label],
  )
  return rowCount ?? 0
}
