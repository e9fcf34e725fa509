import { withClient } from '../postgres/withClient'

const SYLLABLES = [
  'ba',
  'ce',
  'di',
  'fo',
  'gu',
  'la',
  'me',
  'ni',
  'po',
  'ru',
  'sa',
  'te',
  'vi',
  'zo',
]
const WORDS = 20_000
const TEXTS = 5_000
const WORDS_PER_TEXT = 150

/** The nth word, of three syllables or more. */
function word(index: number): string {
  const parts: string[] = []
  for (
    let rest = index + SYLLABLES.length ** 2;
    rest > 0;
    rest = Math.floor(rest / SYLLABLES.length)
  )
    parts.push(SYLLABLES[rest % SYLLABLES.length] ?? '')
  return parts.join('')
}

/** The same numbers on every run. */
function randoms(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

/** As often as words are: the second half as often as the first, and so on (Zipf). */
const zipf = (random: number): number => Math.floor(WORDS ** random) - 1

export const COMMON_WORD = word(0)
/** Of pages number 500, in each space. */
export const RARE_WORD = 'qraxp'
export const THREE_WORDS = [word(1), word(5), word(30)].join(' ')
export const PREFIX = word(40).slice(0, 4)
/** A word of the vocabulary with two letters in the wrong order. */
export const TYPO = word(300).replace(/^(.)(.)(.)/, '$2$1$3')

/** Texts that pages share, indexed once; a page adds a word of its own. */
export async function seedTexts(superuserUrl: string): Promise<void> {
  const next = randoms(42)
  const texts = Array.from({ length: TEXTS }, () =>
    Array.from({ length: WORDS_PER_TEXT }, () => word(zipf(next()))).join(' '),
  )
  await withClient(superuserUrl, async (client) => {
    await client.query('drop table if exists bench_texts')
    await client.query(
      `create table bench_texts as
       select n, text, split_part(text, ' ', 1) || ' ' || split_part(text, ' ', 2) as title,
         setweight(to_tsvector('public.atrium_english', split_part(text, ' ', 1) || ' ' || split_part(text, ' ', 2)), 'A')
           || setweight(to_tsvector('public.atrium_english', text), 'C') as vector
       from unnest($1::text[]) with ordinality as t(text, n)`,
      [texts],
    )
    await client.query('create unique index on bench_texts (n)')
  })
}

export interface SearchSpace {
  readonly name: string
  readonly pages: number
}

/** Adds spaces with so many searched pages each, and the words of the first one of them. */
export async function seedSpaces(
  superuserUrl: string,
  { name, pages }: SearchSpace,
  spaces = 1,
): Promise<string> {
  return withClient(superuserUrl, async (client) => {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    const { rows } = await client.query<{ id: string }>(
      `insert into tenants (id, name, slug) select gen_random_uuid(), $1::text, $1 || '-' || n from generate_series(1, $2) n returning id`,
      [name, spaces],
    )
    const ids = rows.map(({ id }) => id)
    await client.query(
      `insert into search_documents (id, tenant_id, kind, document_id, locale, published, working, title, body, path, vector)
       select gen_random_uuid(), s.id, 'pages', p::text, 'en', true, true, t.title, t.text, '/page-' || p,
         t.vector || atrium_search_title(s.id, t.title) || case when p % 500 = 0 then to_tsvector('simple', $3) else '' end
       from unnest($1::uuid[]) with ordinality s(id, n), generate_series(1, $2::int) p
       join bench_texts t on t.n = 1 + (p * 7919) % ${TEXTS}`,
      [ids, pages, RARE_WORD],
    )
    await client.query(
      `insert into search_words (id, tenant_id, word)
       select gen_random_uuid(), $1, w from (
         select distinct unnest(string_to_array(t.text, ' ')) as w from bench_texts t where t.n <= $2
       ) words`,
      [ids[0], pages],
    )
    await client.query('commit')
    await client.query('vacuum analyze search_documents')
    await client.query('vacuum analyze search_words')
    return ids[0] ?? ''
  })
}
