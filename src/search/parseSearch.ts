import { AtriumError } from '@/errors'

/** What can be searched, by collection. */
export const KINDS = ['pages', 'media', 'forms', 'form-submissions'] as const
export type Kind = (typeof KINDS)[number]

/** Longer than any question that somebody types; PostgreSQL would parse a megabyte. */
export const MAX_QUERY_LENGTH = 200
export const MAX_HITS = 50

export const LANGUAGE_TAG = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

/** Where a page of hits ends: the rank and the row of its last one. */
export interface Cursor {
  readonly rank: string
  readonly row: string
}

export interface SearchRequest {
  readonly query: string
  readonly kind: Kind | undefined
  readonly locale: string | undefined
  readonly limit: number
  readonly after: Cursor | undefined
}

const refused = (message: string) => new AtriumError('QUERY_REJECTED', { message })

const CURSOR = /^(\d+(?:\.\d+)?(?:e[+-]?\d+)?) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

function parseCursor(text: string): Cursor {
  const [, rank, row] = CURSOR.exec(Buffer.from(text, 'base64url').toString()) ?? []
  if (!rank || !row) throw refused('“after” is not the “next” of an answer.')
  return { rank, row }
}

export const writeCursor = ({ rank, row }: Cursor): string =>
  Buffer.from(`${rank} ${row}`).toString('base64url')

/**
 * The text of a question: on one line, trimmed, without control characters (PostgreSQL has no U+0000).
 *
 * @throws AtriumError QUERY_REJECTED when it is too long.
 */
export function parseQuery(value: unknown): string {
  const query = typeof value === 'string' ? value.replace(/[\p{Cc}\s]+/gu, ' ').trim() : ''
  if (query.length > MAX_QUERY_LENGTH)
    throw refused(`A search has up to ${MAX_QUERY_LENGTH} characters.`)
  return query
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/**
 * Reads what somebody asks for.
 *
 * @param asked `q`, and maybe `type`, `locale`, `limit` and `after`, as they came over the network.
 * @throws AtriumError QUERY_REJECTED with what is wrong.
 */
export function parseSearch(asked: Readonly<Record<string, unknown>>): SearchRequest {
  const type = textOf(asked.type)
  const kind = KINDS.find((one) => one === type)
  if (type !== undefined && !kind) throw refused(`“type” is one of ${KINDS.join(', ')}.`)
  const locale = textOf(asked.locale)
  if (locale !== undefined && !LANGUAGE_TAG.test(locale))
    throw refused('“locale” is a language tag such as “en” or “de-AT”.')
  const limit = Number(asked.limit ?? 10)
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_HITS)
    throw refused(`“limit” is a number from 1 to ${MAX_HITS}.`)
  const after = textOf(asked.after)
  return {
    query: parseQuery(asked.q),
    kind,
    locale,
    limit,
    after: after === undefined ? undefined : parseCursor(after),
  }
}
