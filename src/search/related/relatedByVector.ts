import type { Payload } from 'payload'
import type { PoolClient } from 'pg'

import { readInScope } from '@/db/readInScope'
import { AtriumError } from '@/errors'

import { embeddingsSettings, spaceOfVectors } from '../embeddings/embeddingsSettings'
import { VISIBLE, type Searcher } from '../searcher'
import type { Entry } from './findEntry'
import type { RelatedPage } from './relatedPages'

/** Longer than a space of any size takes; whoever waits longer is better served by the text. */
const TIMEOUT = '2s'
/** More than are shown, by far: among them are versions that the caller does not see, and the bits only say about where. */
const NEAR = 400

/**
 * The nearest by the signs of their numbers, of the whole space and language, and of these the nearest by the numbers. Nothing that
 * another space has plays a part (see decision 0024). `OPERATOR` names the schema of pgvector, which may be one that is not searched.
 */
const statement = (schema: string, sees: Searcher['sees']): string => `
with near as materialized (
  select e.entry_id, e.embedding from page_embeddings e
  where e.tenant_id = $1 and e.locale = $2 and e.model = $3 and e.signs is not null and e.page_id <> $4
  order by bit_count(e.signs # $5::bit varying) limit ${NEAR}
)
select d.document_id as id, d.locale, d.path, not d.published as draft, d.title
from near n join search_documents d on d.tenant_id = $1 and d.id = n.entry_id
where ${VISIBLE[sees]}
order by n.embedding::${schema}.vector OPERATOR(${schema}.<=>) $6::real[]::${schema}.vector, d.id
limit $7`

/** Where pgvector is, quoted by PostgreSQL; undefined where it is not. */
async function schemaOfVectors(client: PoolClient): Promise<string | undefined> {
  const { rows } = await client.query<{ schema: string }>(
    `select quote_ident(n.nspname) as schema from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'vector'`,
  )
  return rows[0]?.schema
}

/**
 * The pages whose vectors are nearest to that of one.
 *
 * @returns none without an endpoint for embeddings, without pgvector, without a vector of this page, and where comparing them fails
 * or takes too long: then the text answers.
 */
export async function relatedByVector(
  payload: Payload,
  searcher: Searcher,
  entry: Entry,
  limit: number,
): Promise<RelatedPage[]> {
  const settings = embeddingsSettings()
  if (!settings) return []
  try {
    return await readInScope(payload, searcher.scope, (client) =>
      nearest(client, searcher, entry, spaceOfVectors(settings), limit),
    )
  } catch (error) {
    // Late, or pgvector is where our roles may not use it: the text needs neither.
    if (error instanceof AtriumError && error.code === 'DATABASE_UNAVAILABLE') throw error
    payload.logger.warn({ err: error, tenant: searcher.tenant, msg: 'Vectors were not compared' })
    return []
  }
}

async function nearest(
  client: PoolClient,
  { tenant, sees }: Searcher,
  { entry, page, locale }: Entry,
  model: string,
  limit: number,
): Promise<RelatedPage[]> {
  const schema = await schemaOfVectors(client)
  if (schema === undefined) return []
  await client.query(`select set_config('statement_timeout', $1, true)`, [TIMEOUT])
  const own = await client.query<{ embedding: string; signs: string }>(
    `select e.embedding::text as embedding, e.signs::text as signs from page_embeddings e
     where e.tenant_id = $1 and e.entry_id = $2 and e.model = $3 and e.signs is not null`,
    [tenant, entry, model],
  )
  const [vector] = own.rows
  if (!vector) return []
  const { rows } = await client.query<RelatedPage>(statement(schema, sees), [
    tenant,
    locale,
    model,
    page,
    vector.signs,
    vector.embedding,
    limit,
  ])
  return rows
}
