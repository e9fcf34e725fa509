import type { PoolClient } from 'pg'

/** More words add common ones, and each is one more list of the index to read. */
const MAX_WORDS = 16
/** As many documents are ranked, as for a search: what all words together are expected to be on. */
const MAX_EXPECTED = 2_000
/** Of the space's index, to see how common a word is. */
const SAMPLE = 500

interface Word {
  /** As a `tsquery` writes it. */
  readonly word: string
  /** How much it says of the page: by where it stands and how often, and by how rare it is in the space. */
  readonly score: number
  /** On how many pages of the space it may be. */
  readonly expected: number
}

/**
 * The words of an entry of the index, and how common each is in its space and language.
 *
 * Counting that would read the list of each word, which for a common one is half of a large space. Rows have random ids
 * (`gen_random_uuid()`), so those with the lowest ones are a fair sample of the space; and how far in all possible ids as many
 * rows reach tells how many there are altogether.
 */
const WORDS = `
with own as materialized (
  select w.lexeme, sqrt(sum(case weight when 'A' then 1 when 'B' then 0.4 when 'C' then 0.2 else 0.1 end)) as weight
  from search_documents d cross join unnest(d.vector) w cross join unnest(w.weights) weight
  where d.tenant_id = $1 and d.id = $2 and length(w.lexeme) > 1 and w.lexeme ~ '[^[:digit:][:punct:]]'
  group by w.lexeme order by 2 desc, 1 limit 100
),
sample as materialized (
  select s.id, s.kind, s.locale, s.vector from search_documents s where s.tenant_id = $1 order by s.id limit $4
),
peers as materialized (
  select word from sample s cross join unnest(tsvector_to_array(s.vector)) word
  where s.kind = 'pages' and s.locale = $3
),
size as materialized (
  select count(*) filter (where kind = 'pages' and locale = $3) as pages,
    -- A space that was looked at as a whole is ranked as a whole.
    case when count(*) < $4 then 0
      else 4294967296.0 / (1 + ('x' || left(max(id::text), 8))::bit(32)::bigint) end as times
  from sample
),
common as (
  select o.lexeme, o.weight, count(p.word) as pages from own o left join peers p on p.word = o.lexeme group by 1, 2
)
select array_to_tsvector(array[c.lexeme])::text as word,
  (c.weight * ln(1 + (s.pages + 1) / (c.pages + 0.5)))::float8 as score,
  (s.times * greatest(c.pages, 0.5))::float8 as expected
from common c cross join size s
order by score desc, word`

/**
 * The words that tell most about an entry of the index, as a `tsquery` for those that have any of them. Asked in the scope of the
 * space.
 *
 * @returns undefined when it has no words.
 */
export async function strongestWords(
  client: PoolClient,
  tenant: string,
  { entry, locale }: { readonly entry: string; readonly locale: string },
): Promise<string | undefined> {
  const { rows } = await client.query<Word>(WORDS, [tenant, entry, locale, SAMPLE])
  const words = chooseWords(rows)
  return words.length === 0 ? undefined : words.join(' | ')
}

/** The strongest of them, without those that are on more pages than are ranked; where all are, the one that is on the fewest. */
export function chooseWords(words: readonly Word[]): string[] {
  const chosen: string[] = []
  let expected = 0
  for (const word of words) {
    if (chosen.length === MAX_WORDS) break
    if (expected + word.expected > MAX_EXPECTED) continue
    chosen.push(word.word)
    expected += word.expected
  }
  if (chosen.length > 0) return chosen
  const [rarest] = [...words].sort((one, other) => one.expected - other.expected)
  return rarest ? [rarest.word] : []
}
