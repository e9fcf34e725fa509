import type { Payload } from 'payload'

import { readInScope } from '@/db/readInScope'
import { background } from '@/db/scope'
import { writeInScope } from '@/db/writeInScope'

import { spaceOfVectors, type EmbeddingsSettings } from './embeddingsSettings'
import { RefusedTexts, requestEmbeddings } from './requestEmbeddings'

/** Of one request: small servers take no more. */
const TEXTS_AT_ONCE = 32
/** Some 1,500 words, which is what models read; what a page is about stands further up. */
const MAX_CHARACTERS = 6_000

interface Stale {
  readonly entry: string
  readonly text: string
  readonly hash: string
  /** When the entry was written, as PostgreSQL says it: back in a statement it is the same moment. */
  readonly writtenAt: string
  /** It was written again, and says the same. */
  readonly same: boolean
}

/** Entries that were written since they were last looked at; by time, so that no text is read of those that were not. */
const STALE = `
with stale as materialized (
  select d.id, e.model, e.hash from search_documents d
  left join page_embeddings e on e.tenant_id = d.tenant_id and e.entry_id = d.id
  where d.tenant_id = $1 and d.kind = 'pages' and (e.id is null or e.model <> $2 or e.written_at <> d.updated_at)
  order by d.id limit ${TEXTS_AT_ONCE}
)
select s.id as entry, t.text, h.hash, d.updated_at::text as "writtenAt", coalesce(s.model = $2 and s.hash = h.hash, false) as same
from stale s join search_documents d on d.id = s.id
cross join lateral (select left(concat_ws(E'\\n', nullif(d.title, ''), nullif(d.body, '')), ${MAX_CHARACTERS}) as text) t
cross join lateral (select encode(sha256(convert_to(t.text, 'UTF8')), 'hex') as hash) h
order by s.id`

/** Nothing where the entry is gone meanwhile, and it stays until this is committed. */
const WRITE = `
insert into page_embeddings (id, tenant_id, page_id, entry_id, locale, model, hash, written_at, embedding, signs)
select gen_random_uuid(), d.tenant_id, d.document_id::uuid, d.id, d.locale, $3, $4, $5::timestamptz, $6::real[], $7::bit varying
from search_documents d where d.tenant_id = $1 and d.id = $2 for key share
on conflict (tenant_id, entry_id) do update set
  model = excluded.model, hash = excluded.hash, written_at = excluded.written_at, embedding = excluded.embedding,
  signs = excluded.signs`

const NOTE = `update page_embeddings set written_at = $3::timestamptz where tenant_id = $1 and entry_id = $2`

/**
 * Makes vectors of the next pages of a space that have none, or whose text is another one since. One request holds texts of this
 * space only. What is asked of the endpoint happens between two transactions.
 *
 * @returns whether there may be more to do, and whether any vector is new.
 */
export async function embedBatch(
  payload: Payload,
  settings: EmbeddingsSettings,
  tenant: string,
  signal: AbortSignal,
): Promise<{ more: boolean; changed: boolean }> {
  const scope = background(tenant, 'vectors of pages')
  const model = spaceOfVectors(settings)
  const stale = await readInScope(
    payload,
    scope,
    async (client) => (await client.query<Stale>(STALE, [tenant, model])).rows,
  )
  const changed = stale.filter(({ same }) => !same)
  const vectors = await vectorsOf(settings, changed, signal)
  await writeInScope(payload, scope, 'page-embeddings', async (client) => {
    for (const { entry, hash, writtenAt, same } of stale) {
      const vector = vectors.get(entry)
      if (same) await client.query(NOTE, [tenant, entry, writtenAt])
      else
        await client.query(WRITE, [
          tenant,
          entry,
          model,
          hash,
          writtenAt,
          vector ?? null,
          vector ? signsOf(vector) : null,
        ])
    }
  })
  return { more: stale.length === TEXTS_AT_ONCE, changed: changed.length > 0 }
}

/** One bit for each number: enough to tell the far ones from the near, and a small part to read. */
const signsOf = (vector: readonly number[]): string =>
  vector.map((value) => (value > 0 ? '1' : '0')).join('')

/** The vectors of texts, by entry; without those that have no text, or none that the endpoint takes. */
async function vectorsOf(
  settings: EmbeddingsSettings,
  stale: readonly Stale[],
  signal: AbortSignal,
): Promise<Map<string, number[]>> {
  const written = stale.filter(({ text }) => text.trim() !== '')
  if (written.length === 0) return new Map()
  const ask = async (some: readonly Stale[]): Promise<[string, number[]][]> => {
    const texts = some.map(({ text }) => text)
    const vectors = await requestEmbeddings(settings, texts, signal)
    return some.flatMap(({ entry }, index) => {
      const vector = vectors[index]
      // One without a direction is near to nothing.
      return vector?.some((value) => Math.fround(value) !== 0) ? [[entry, vector]] : []
    })
  }
  try {
    return new Map(await ask(written))
  } catch (error) {
    if (!(error instanceof RefusedTexts) || written.length === 1) throw error
    return new Map(await askOneByOne(written, ask, error))
  }
}

/**
 * One text that the endpoint does not take keeps no other from its vector.
 *
 * @throws the refusal when it takes none: then it is not about the texts.
 */
async function askOneByOne(
  stale: readonly Stale[],
  ask: (some: readonly Stale[]) => Promise<[string, number[]][]>,
  refusal: RefusedTexts,
): Promise<[string, number[]][]> {
  const found: [string, number[]][] = []
  let taken = 0
  for (const one of stale) {
    try {
      found.push(...(await ask([one])))
      taken++
    } catch (error) {
      if (!(error instanceof RefusedTexts)) throw error
    }
  }
  if (taken === 0) throw refusal
  return found
}
