import { formatNames, toWords, type SanitizedCollectionConfig } from 'payload'

import { theme } from '../support/httpContent'
import { jsonOf, learned } from '../support/httpRequest'
import { verdictOf, type Question, type Transport } from './accessTransport'

/** As @payloadcms/graphql names things (3.90, schema/initCollections.js). */
export function graphQLNames({ slug, graphQL }: SanitizedCollectionConfig): {
  one: string
  many: string
} {
  const own: { singularName?: string; pluralName?: string } =
    typeof graphQL === 'object' ? graphQL : {}
  const names = formatNames(slug)
  const one = own.singularName ? toWords(own.singularName, true) : names.singular
  const many = own.pluralName ? toWords(own.pluralName, true) : names.plural
  return { one, many: one === many ? `all${one}` : many }
}

type Names = ReturnType<typeof graphQLNames>

const queries: Record<Question['operation'], (names: Names) => string> = {
  list: ({ one, many }) =>
    `query ($id: String!) { found: ${many}(limit: 100, where: { id: { in: [$id] } }) { docs { id } } } # ${one}`,
  read: ({ one }) => `query ($id: String!) { found: ${one}(id: $id) { id } }`,
  count: ({ many }) =>
    `query ($id: String!) { found: count${many}(where: { id: { equals: $id } }) { totalDocs } }`,
  create: ({ one }) =>
    `mutation ($data: mutation${one}Input!) { found: create${one}(data: $data) { id } }`,
  update: ({ one }) =>
    `mutation ($id: String!, $data: mutation${one}UpdateInput!) { found: update${one}(id: $id, data: $data) { id } }`,
  trash: ({ one }) =>
    `mutation ($id: String!, $data: mutation${one}UpdateInput!) { found: update${one}(id: $id, data: $data) { id } }`,
  delete: ({ one }) => `mutation ($id: String!) { found: delete${one}(id: $id) { id } }`,
  duplicate: ({ one }) =>
    `mutation ($id: String!, $data: mutation${one}Input!) { found: duplicate${one}(id: $id, data: $data) { id } }`,
  versions: ({ many }) =>
    `query ($parent: JSON!) { found: versions${many}(where: { parent: { equals: $parent } }) { docs { id } } }`,
  version: ({ one }) => `query ($id: String!) { found: version${one}(id: $id) { id } }`,
  restore: ({ one }) => `mutation ($id: String!) { found: restoreVersion${one}(id: $id) { id } }`,
}

/** Groups with a required field must be named, in updates too (3.90, buildMutationInputType.js). */
const requiredGroups: Readonly<Record<string, object>> = {
  forms: { redirect: { url: '/' } },
  'site-settings': { header: { items: [] }, footer: { columns: [] }, theme },
}

interface Body {
  data?: { found?: { id?: string; totalDocs?: number; docs?: unknown[] } | null } | null
  errors?: { extensions?: { statusCode?: number } }[]
}

function verdictOn({ data, errors }: Body, body: string): string {
  const [error] = errors ?? []
  if (error) return verdictOf(error.extensions?.statusCode ?? 500, body)
  const found = data?.found
  if (!found) return 'no'
  return found.docs?.length === 0 || found.totalDocs === 0 ? 'no' : 'yes'
}

export const overGraphQL =
  (collections: readonly SanitizedCollectionConfig[]): Transport =>
  async ({ call }, { collection, operation, id, parent, data }) => {
    const config = collections.find(({ slug }) => slug === collection)
    if (!config) throw new Error(`There is no collection ${collection}`)
    const { filename: _name, ...whole } = data
    const changes: Partial<Record<typeof operation, object>> = {
      update: {},
      trash: { deletedAt: '2026-01-01T00:00:00.000Z' },
    }
    const sent = { ...(changes[operation] ?? whole), ...requiredGroups[collection] }
    const answer = await call({
      path: '/api/graphql',
      method: 'POST',
      json: {
        query: queries[operation](graphQLNames(config)),
        variables: { id, parent, data: sent },
      },
    })
    return { verdict: verdictOn(jsonOf(answer) as Body, answer.body), learned: learned(answer) }
  }
