import { isId } from '@/db/scope'
import { AtriumError } from '@/errors'

import { LANGUAGE_TAG } from '../parseSearch'

/** A list beside a page, and not a search. */
export const MAX_RELATED = 12
const RELATED = 3

export interface RelatedRequest {
  readonly page: string
  /** The main language of the space if nothing is said. */
  readonly locale: string | undefined
  readonly limit: number
}

const refused = (message: string) => new AtriumError('QUERY_REJECTED', { message })

/**
 * Reads what somebody asks for.
 *
 * @param asked `id`, and maybe `locale` and `limit`, as they came over the network.
 * @throws AtriumError NOT_FOUND for what is no id, as for one that nothing has; QUERY_REJECTED with what is wrong.
 */
export function parseRelated(asked: Readonly<Record<string, unknown>>): RelatedRequest {
  const page = typeof asked.id === 'string' ? asked.id.toLowerCase() : ''
  if (!isId(page)) throw new AtriumError('NOT_FOUND')
  const locale = asked.locale ?? undefined
  if (locale !== undefined && !(typeof locale === 'string' && LANGUAGE_TAG.test(locale)))
    throw refused('“locale” is a language tag such as “en” or “de-AT”.')
  const limit = /^\d{1,3}$/.test(String(asked.limit ?? RELATED))
    ? Number(asked.limit ?? RELATED)
    : 0
  if (limit < 1 || limit > MAX_RELATED)
    throw refused(`“limit” is a number from 1 to ${MAX_RELATED}.`)
  return { page, locale, limit }
}
