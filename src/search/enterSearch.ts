import type { PoolClient } from 'pg'

/** How long one statement may take; a common word in a large space takes a tenth of it. */
const TIMEOUT = '3s'

export interface Question {
  /** The text search configuration of each language that the space offers. */
  readonly languages: Readonly<Record<string, string>>
  /** A `tsquery`. */
  readonly lookup: string
}

/** The languages that a space offers, each with what it makes of a question. */
const READ = `
  select o.locale, l.language::text, websearch_to_tsquery(l.language, $2)::text as lookup
  from tenants t
  cross join lateral (
    select t.default_locale::text as locale union select c.value::text from tenant_locales c where c.parent_id = t.id and c.value is not null
  ) o
  cross join lateral (select atrium_space_language(t.id, o.locale) as language) l
  where t.id = $1`

/** Asked in the scope of the space, whose settings say it. */
export async function readLanguages(
  client: PoolClient,
  tenant: string,
): Promise<Question['languages']> {
  const { rows } = await client.query<{ locale: string; language: string }>(READ, [tenant, ''])
  return Object.fromEntries(rows.map(({ locale, language }) => [locale, language]))
}

/**
 * What the search configurations of a space make of a question: text of any of its languages may match. Asked in the scope of the
 * space, whose settings say it.
 *
 * @returns undefined when nothing is left to look for, as of “the” or “!”.
 */
export async function readQuestion(
  client: PoolClient,
  tenant: string,
  question: string,
): Promise<Question | undefined> {
  const { rows } = await client.query<{ locale: string; language: string; lookup: string }>(READ, [
    tenant,
    question,
  ])
  const lookups = new Set(rows.flatMap(({ lookup }) => (lookup === '' ? [] : [`(${lookup})`])))
  if (lookups.size === 0) return undefined
  return {
    languages: Object.fromEntries(rows.map(({ locale, language }) => [locale, language])),
    lookup: [...lookups].join(' | '),
  }
}

/**
 * Enters the role that sees of the space's index only what matches `lookup`, for the rest of the transaction: the words are
 * part of the policy, which is what lets them use the index (src/db/rls/policies.ts). Never the whole table: for a common word
 * the planner expects to have met enough hits soon, and reads the pages of all spaces that lie before this one's.
 */
export async function enterSearch(client: PoolClient, lookup: string): Promise<void> {
  await client.query(
    `select set_config('role', 'atrium_search', true), set_config('app.lookup', $1, true),
       set_config('statement_timeout', $2, true), set_config('enable_seqscan', 'off', true)`,
    [lookup, TIMEOUT],
  )
}

/** Back to the role of the space's own scope. */
export async function leaveSearch(client: PoolClient): Promise<void> {
  await client.query(
    `select set_config('role', 'atrium_tenant', true), set_config('app.lookup', '', true)`,
  )
}
