import { randomUUID } from 'node:crypto'

import { graphql } from 'graphql'
import {
  commitTransaction,
  createLocalReq,
  createPayloadRequest,
  handleEndpoints,
  initTransaction,
  type Where,
} from 'payload'

import { visitor } from '../../src/db/scope'
import { withScope } from '../../src/db/withScope'
import { contextOf } from '../../src/tenancy/resolveScope'
import type { Contender } from './loadContenders'
import { PAGES_PER_TENANT, type BenchTenant } from './seedTenants'

export interface Operation {
  readonly name: string
  /** @throws Error when the answer is not the one that was expected: a fast failure is not a rate. */
  readonly run: (contender: Contender, tenant: BenchTenant, turn: number) => Promise<void>
}

const pathOf = (turn: number): string => {
  const page = turn % PAGES_PER_TENANT
  return page === 0 ? '/' : `/page-${page}`
}

/** What the database adds by itself in the one must be said in the other. */
const ofTenant = ({ name }: Contender, { id }: BenchTenant): Record<string, string> =>
  name === 'bypassed' ? { 'where[and][0][tenant][equals]': id } : {}

function assertCount({ name }: Contender, what: string, count: unknown, expected: number): void {
  if (count !== expected)
    throw new Error(`${name}, ${what}: ${String(count)} documents instead of ${expected}`)
}

const count = (value: unknown): number => (Array.isArray(value) ? value.length : -1)

interface Call {
  readonly path: string
  readonly query?: Record<string, string>
  readonly headers?: Record<string, string>
  readonly body?: unknown
}

/** A request through everything that is behind the route: who asks, access, hooks, the answer as JSON. */
async function callRest(
  contender: Contender,
  { slug }: BenchTenant,
  call: Call,
): Promise<Record<string, unknown>> {
  const host = call.headers?.host ?? `${slug}.localhost`
  const search = new URLSearchParams(call.query).toString()
  const request = new Request(`http://${host}${call.path}${search === '' ? '' : `?${search}`}`, {
    method: call.body === undefined ? 'GET' : 'POST',
    headers: { 'Content-Type': 'application/json', ...call.headers, host },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  })
  const { scope } = await contextOf(contender.payload, request.headers)
  const response = await withScope(scope, () =>
    handleEndpoints({
      config: contender.config,
      path: call.path as `/${string}`,
      payloadInstanceCacheKey: contender.key,
      request,
    }),
  )
  const answer: unknown = await response.json()
  if (!response.ok || typeof answer !== 'object' || answer === null) {
    throw new Error(
      `${call.path} answers ${response.status}: ${JSON.stringify(answer).slice(0, 300)}`,
    )
  }
  return answer as Record<string, unknown>
}

const restList: Operation = {
  name: 'REST list (10 pages, depth 1)',
  run: async (contender, tenant) => {
    const query = { limit: '10', depth: '1', sort: '-updatedAt', ...ofTenant(contender, tenant) }
    const { docs } = await callRest(contender, tenant, { path: '/api/pages', query })
    assertCount(contender, 'list', count(docs), 10)
  },
}

const restBySlug: Operation = {
  name: 'REST by slug (depth 1)',
  run: async (contender, tenant, turn) => {
    const path = { 'where[and][1][path][equals]': pathOf(turn) }
    const query = {
      limit: '1',
      depth: '1',
      pagination: 'false',
      ...path,
      ...ofTenant(contender, tenant),
    }
    const { docs } = await callRest(contender, tenant, { path: '/api/pages', query })
    assertCount(contender, 'by slug', count(docs), 1)
  },
}

const QUERY = `query ($where: Page_where) {
  Pages(limit: 10, sort: "-updatedAt", where: $where) { docs { id title path meta { image { url alt } } } }
}`

const graphQLList: Operation = {
  name: 'GraphQL list (10 pages, pictures)',
  run: async (contender, tenant) => {
    const host = `${tenant.slug}.localhost`
    const request = new Request(`http://${host}/api/graphql`, { headers: { host } })
    const { scope } = await contextOf(contender.payload, request.headers)
    const result = await withScope(scope, async () => {
      const { config, key } = contender
      const req = await createPayloadRequest({ config, payloadInstanceCacheKey: key, request })
      const where = contender.name === 'bypassed' ? { tenant: { equals: tenant.id } } : {}
      return graphql({
        schema: contender.graphQL,
        source: QUERY,
        variableValues: { where },
        contextValue: { headers: {}, req },
      })
    })
    const pages: unknown = result.data?.Pages
    const docs: unknown =
      typeof pages === 'object' && pages !== null ? Reflect.get(pages, 'docs') : undefined
    assertCount(contender, `GraphQL ${JSON.stringify(result.errors ?? '')}`, count(docs), 10)
  },
}

/** What a page's loaders read, in one transaction as they do; drawing it is measured over HTTP. */
const pageData: Operation = {
  name: 'data of a page (page and site, depth 2)',
  run: (contender, tenant, turn) =>
    withScope(visitor(tenant.id), async () => {
      const { name, payload } = contender
      const req = await createLocalReq({}, payload)
      await initTransaction(req)
      const own: Where = name === 'bypassed' ? { tenant: { equals: tenant.id } } : {}
      const pages = await payload.find({
        collection: 'pages',
        depth: 2,
        limit: 1,
        overrideAccess: false,
        pagination: false,
        req,
        where: { and: [{ path: { equals: pathOf(turn) } }, own] },
      })
      const settings = await payload.find({
        collection: 'site-settings',
        depth: 1,
        limit: 1,
        overrideAccess: false,
        pagination: false,
        req,
        where: own,
      })
      await commitTransaction(req)
      assertCount(contender, 'page', pages.docs.length, 1)
      assertCount(contender, 'settings', settings.docs.length, 1)
    }),
}

/** As platform staff inside one tenant: one sign-in serves all of them. */
const create = (token: string): Operation => ({
  name: 'REST create (a published page)',
  run: async (contender, tenant) => {
    const slug = randomUUID()
    const { doc } = await callRest(contender, tenant, {
      path: '/api/pages',
      query: { depth: '0' },
      headers: { host: 'localhost', 'x-tenant': tenant.slug, authorization: `JWT ${token}` },
      body: {
        title: 'New',
        slug,
        tenant: tenant.id,
        _status: 'published',
        layout: [{ blockType: 'hero', variant: 'split', tone: 'plain', heading: 'New' }],
      },
    })
    const made: unknown =
      typeof doc === 'object' && doc !== null ? Reflect.get(doc, 'slug') : undefined
    if (made !== slug) throw new Error('The page was not made')
  },
})

export const buildOperations = (token: string): Operation[] => [
  restList,
  restBySlug,
  graphQLList,
  pageData,
  create(token),
]
