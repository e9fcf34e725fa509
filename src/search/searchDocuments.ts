import type { Payload } from 'payload'
import type { PoolClient } from 'pg'

import { readInScope } from '@/db/readInScope'

import { enterSearch, leaveSearch, readQuestion, type Question } from './enterSearch'
import { MARK } from './highlight'
import { writeCursor, type Kind, type SearchRequest } from './parseSearch'
import { VISIBLE, type Searcher } from './searcher'
import { suggestSpelling } from './suggestSpelling'

/** So many are ranked and counted, which reads each one's vector: whoever gets more adds a word. */
export const MAX_RANKED = 2_000

export interface Hit {
  readonly id: string
  readonly type: Kind
  readonly locale: string
  readonly path: string | null
  /** Visitors do not see this version. */
  readonly draft: boolean
  /** PostgreSQL's headlines: see highlight.ts. */
  readonly title: string
  readonly snippet: string
}

export interface Facet {
  readonly value: string
  readonly count: number
}

export interface SearchResult {
  readonly query: string
  readonly hits: readonly Hit[]
  /** Of everything that was found, before `type` and `locale` chose among it. */
  readonly facets: { readonly types: readonly Facet[]; readonly locales: readonly Facet[] }
  /** With `type` and `locale`. Counted up to {@link MAX_RANKED}. */
  readonly total: number
  readonly totalIsExact: boolean
  /** What to give as `after` for the next ones. */
  readonly next: string | null
  /** Without hits: what might have been meant, and would be found. */
  readonly didYouMean: string | null
}

const NOTHING = {
  hits: [],
  facets: { types: [], locales: [] },
  total: 0,
  totalIsExact: true,
  next: null,
  didYouMean: null,
}

interface Count {
  readonly kind: Kind
  readonly locale: string
  readonly count: number
}

interface FoundRow extends Omit<Hit, 'type'> {
  readonly kind: Kind
  readonly row: string
  readonly rank: string
}

/** Found first, ranked next, cut to a page, and only then is their text read, for the headlines. */
const statement = (sees: Searcher['sees']): string => `
with question as (select nullif(current_setting('app.lookup', true), '')::tsquery as query),
found as materialized (
  select d.id, d.kind, d.locale, ts_rank(d.vector, q.query, 1) as rank
  from search_documents d cross join question q
  where ${VISIBLE[sees]} and d.kind = any ($1) and $7::jsonb ? d.locale limit ${MAX_RANKED + 1}
),
page as (
  select f.id, f.rank from found f
  where ($2::text is null or f.kind = $2) and ($3::text is null or f.locale = $3)
    and ($4::float4 is null or (f.rank, f.id) < ($4, $5::uuid))
  order by f.rank desc, f.id desc limit $6
)
select
  (select jsonb_agg(jsonb_build_object('kind', c.kind, 'locale', c.locale, 'count', c.count))
    from (select kind, locale, count(*) as count from found group by kind, locale) c) as counts,
  (select jsonb_agg(jsonb_build_object(
      'id', d.document_id, 'kind', d.kind, 'locale', d.locale, 'path', d.path,
      'draft', d.kind = 'pages' and not d.published, 'row', d.id, 'rank', p.rank::text,
      'title', ts_headline(($7::jsonb ->> d.locale)::regconfig, translate(d.title, $10, ''), q.query, $8),
      'snippet', ts_headline(($7::jsonb ->> d.locale)::regconfig, translate(d.body, $10, ''), q.query, $9)
    ) order by p.rank desc, p.id desc)
    from page p join search_documents d on d.id = p.id cross join question q) as hits`

const MARKS = `StartSel="${MARK.start}", StopSel="${MARK.stop}"`
const TITLE = `${MARKS}, HighlightAll=true`
const SNIPPET = `${MARKS}, MaxFragments=2, MaxWords=24, MinWords=10, FragmentDelimiter="${MARK.gap}"`

/** Looks for documents of one space. */
export function searchDocuments(
  payload: Payload,
  searcher: Searcher,
  request: SearchRequest,
): Promise<SearchResult> {
  const { query } = request
  return readInScope(payload, searcher.scope, async (client) => {
    const question = await readQuestion(client, searcher.tenant, query)
    if (!question) return { query, ...NOTHING }
    await enterSearch(client, question.lookup)
    const result = { query, ...(await find(client, searcher, request, question.languages)) }
    if (result.total > 0 || (result.facets.types.length > 0 && !request.locale)) return result
    await leaveSearch(client)
    return {
      ...result,
      didYouMean: await suggestSpelling(client, searcher.tenant, query, request.locale),
    }
  })
}

async function find(
  client: PoolClient,
  { sees, kinds }: Searcher,
  { kind, locale, after, limit }: SearchRequest,
  languages: Question['languages'],
): Promise<Omit<SearchResult, 'query'>> {
  const { rows } = await client.query<{ counts: Count[] | null; hits: FoundRow[] | null }>(
    statement(sees),
    [
      kinds,
      kind ?? null,
      locale ?? null,
      after?.rank ?? null,
      after?.row ?? null,
      limit + 1,
      JSON.stringify(languages),
      TITLE,
      SNIPPET,
      Object.values(MARK).join(''),
    ],
  )
  const counts = rows[0]?.counts ?? []
  const found = rows[0]?.hits ?? []
  const last = found.length > limit ? found[limit - 1] : undefined
  const chosen = counts.filter(
    (count) => (!kind || count.kind === kind) && (!locale || count.locale === locale),
  )
  return {
    hits: found
      .slice(0, limit)
      .map(({ kind: type, id, locale: language, path, draft, title, snippet }) => ({
        id,
        type,
        locale: language,
        path,
        draft,
        title,
        snippet,
      })),
    facets: {
      types: facetOf(counts, ({ kind: value }) => value),
      locales: facetOf(counts, ({ locale: value }) => value),
    },
    total: Math.min(MAX_RANKED, sum(chosen)),
    totalIsExact: sum(counts) <= MAX_RANKED,
    next: last ? writeCursor(last) : null,
    didYouMean: null,
  }
}

const sum = (counts: readonly Count[]): number =>
  counts.reduce((total, { count }) => total + count, 0)

function facetOf(counts: readonly Count[], valueOf: (count: Count) => string): Facet[] {
  const values = [...new Set(counts.map(valueOf))]
  return values
    .map((value) => ({ value, count: sum(counts.filter((one) => valueOf(one) === value)) }))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))
}
