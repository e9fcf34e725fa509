import type { CollectionBeforeOperationHook, Payload, PayloadRequest, Plugin, Where } from 'payload'

import { scopeOf } from '@/access/rules'
import { readInScope } from '@/db/readInScope'
import { tenantsOf } from '@/db/scope'
import { AtriumError } from '@/errors'

import { enterSearch, readQuestion } from './enterSearch'
import { KINDS, parseQuery, type Kind } from './parseSearch'
import { prefixLookup } from './prefixLookup'
import { searcherOf, VISIBLE, type Searcher } from './searcher'

/** What lists are searched by: no field, but a name that a query may use like one. */
const FIELD = 'search'
/** More than a list shows of anything; whoever has more hits than this adds a word. */
const MAX_IDS = 1_000
/** Each is a transaction of its own, and strangers write the query: the admin asks for one. */
const MAX_SEARCHES = 3

const isKind = (slug: string): slug is Kind => KINDS.some((kind) => kind === slug)

/** The documents of a kind that have the words, whole ones anywhere or the beginnings of words of the title. */
const findIds = (
  payload: Payload,
  searcher: Searcher,
  kind: Kind,
  text: string,
): Promise<string[]> =>
  readInScope(payload, searcher.scope, async (client) => {
    const question = await readQuestion(client, searcher.tenant, text)
    const prefix = await prefixLookup(client, searcher.tenant, text)
    const lookups = [question?.lookup, prefix].filter((lookup) => lookup !== undefined)
    if (lookups.length === 0) return []
    await enterSearch(client, lookups.map((lookup) => `(${lookup})`).join(' | '))
    const { rows } = await client.query<{ id: string }>(
      `select d.document_id as id from search_documents d
       where ${VISIBLE[searcher.sees]} and d.kind = $1 limit ${MAX_IDS}`,
      [kind],
    )
    return rows.map(({ id }) => id)
  })

/** One after the other: a query never holds more than one connection for them. */
async function resolveSearch(where: Where, find: (text: string) => Promise<Where>): Promise<Where> {
  const resolved: Where = {}
  const more: Where[] = []
  for (const [key, value] of Object.entries(where)) {
    if (key === FIELD && !Array.isArray(value)) {
      const text: unknown = Reflect.get(Object(value), 'like')
      more.push(await find(typeof text === 'string' ? text : ''))
    } else if ((key === 'and' || key === 'or') && Array.isArray(value)) {
      const parts: Where[] = []
      for (const one of value) parts.push(await resolveSearch(one, find))
      resolved[key] = parts
    } else resolved[key] = value
  }
  return more.length === 0 ? resolved : { and: [resolved, ...more] }
}

/** In a scope of several spaces there is no index to ask: then the fields are searched, as Payload does it. */
const byFields = (fields: readonly string[], text: string): Where => ({
  or: fields.map((field) => ({ [field]: { like: text } })),
})

/** The index has nothing of the trash: what lies there is few, and is searched by its fields. */
const inTrash = (fields: readonly string[], text: string): Where =>
  text === ''
    ? { id: { in: [] } }
    : { and: [{ deletedAt: { exists: true } }, byFields(fields, text)] }

const searchWith =
  (kind: Kind, fields: readonly string[]): CollectionBeforeOperationHook =>
  async ({ args, req }) => {
    const where: unknown = Reflect.get(args, 'where')
    if (typeof where !== 'object' || where === null) return args
    let searches = 0
    const find = async (text: string): Promise<Where> => {
      if (++searches > MAX_SEARCHES)
        throw new AtriumError('QUERY_REJECTED', {
          message: `A query has up to ${MAX_SEARCHES} searches.`,
        })
      const query = parseQuery(text)
      if (!(await isInOneSpace(req))) return byFields(fields, query)
      const found = {
        id: { in: await findIds(req.payload, await searcherOf(req), kind, query) },
      }
      return Reflect.get(args, 'trash') === true ? { or: [found, inTrash(fields, query)] } : found
    }
    return { ...args, where: await resolveSearch(where as Where, find) }
  }

async function isInOneSpace(req: PayloadRequest): Promise<boolean> {
  const scope = await scopeOf(req)
  return scope !== undefined && tenantsOf(scope).length === 1
}

/**
 * The search above the admin's lists asks the index, and so does `where[search][like]=…` of the API: reading, counting, and what is
 * done to “all that match” mean the same documents.
 */
export const searchInLists: Plugin = (config) => ({
  ...config,
  collections: (config.collections ?? []).map((collection) => {
    const { slug, admin = {}, hooks = {} } = collection
    if (!isKind(slug)) return collection
    const fields = admin.listSearchableFields ?? [admin.useAsTitle ?? 'id']
    return {
      ...collection,
      admin: { ...admin, listSearchableFields: [FIELD] },
      hooks: {
        ...hooks,
        beforeOperation: [searchWith(slug, fields), ...(hooks.beforeOperation ?? [])],
      },
    }
  }),
})
