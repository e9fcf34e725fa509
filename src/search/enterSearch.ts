import type { PoolClient } from 'pg'

/** How long one statement may take; a common word in a large space takes a tenth of it. */
const TIMEOUT = '3s'

export interface Question {
  /** The text search configuration of the space. */
  readonly language: string
  /** A `tsquery`. */
  readonly lookup: string
}

/**
 * What the search configuration of the space makes of a question. Asked in the scope of the space, whose settings say it.
 *
 * @returns undefined when nothing is left to look for, as of “the” or “!”.
 */
export async function readQuestion(
  client: PoolClient,
  tenant: string,
  question: string,
): Promise<Question | undefined> {
  const { rows } = await client.query<Question>(
    `select l.language::text, websearch_to_tsquery(l.language, $2)::text as lookup
     from tenants t cross join lateral (
       select atrium_search_language(coalesce(t.settings ->> 'locale', 'en'), t.settings ->> 'searchLanguage') as language
     ) l where t.id = $1`,
    [tenant, question],
  )
  const [row] = rows
  return row && row.lookup !== '' ? row : undefined
}

/**
 * Enters the role that sees of the space's index only what matches `lookup`, for the rest of the transaction: the words are
 * part of the policy, which is what lets them use the index (src/db/rls/policies.ts).
 */
export async function enterSearch(client: PoolClient, lookup: string): Promise<void> {
  await client.query(
    `select set_config('role', 'atrium_search', true), set_config('app.lookup', $1, true),
       set_config('statement_timeout', $2, true)`,
    [lookup, TIMEOUT],
  )
}

/** Back to the role of the space's own scope. */
export async function leaveSearch(client: PoolClient): Promise<void> {
  await client.query(
    `select set_config('role', 'atrium_tenant', true), set_config('app.lookup', '', true)`,
  )
}
