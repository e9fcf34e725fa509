import type { PoolClient } from 'pg'

import { enterSearch, leaveSearch, readQuestion } from './enterSearch'
import { VISIBLE } from './searcher'

/** More words than this are no misspelling. */
const MAX_WORDS = 6

/** The policy admits the words of the space that are like the given one; the most similar of them is meant. */
const NEAREST = `
  select word from search_words order by similarity(word, $1) desc, length(word), word limit 1`

/**
 * The question with each word replaced by the most similar one on published pages of the space.
 *
 * @returns null when none is similar, or when that would not be found either.
 */
export async function suggestSpelling(
  client: PoolClient,
  tenant: string,
  question: string,
  locale?: string,
): Promise<string | null> {
  const words = question.toLowerCase().match(/\p{L}[\p{L}'-]*/gu) ?? []
  if (words.length === 0 || words.length > MAX_WORDS) return null
  const meant: string[] = []
  for (const word of words) meant.push((await nearestWord(client, word)) ?? word)
  const text = meant.join(' ')
  return text !== words.join(' ') && (await isFound(client, tenant, text, locale)) ? text : null
}

async function nearestWord(client: PoolClient, word: string): Promise<string | undefined> {
  await enterSearch(client, word)
  const { rows } = await client.query<{ word: string }>(NEAREST, [word])
  await leaveSearch(client)
  return rows[0]?.word
}

async function isFound(
  client: PoolClient,
  tenant: string,
  text: string,
  locale: string | undefined,
): Promise<boolean> {
  const question = await readQuestion(client, tenant, text)
  if (!question) return false
  await enterSearch(client, question.lookup)
  const { rowCount } = await client.query(
    `select from search_documents d
     where ${VISIBLE.published} and d.locale = any ($1) and ($2::text is null or d.locale = $2) limit 1`,
    [Object.keys(question.languages), locale ?? null],
  )
  return rowCount === 1
}
