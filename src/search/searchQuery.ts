import type * as GraphQLModule from 'graphql'
import type { Config, PayloadRequest } from 'payload'

import { parseSearch } from './parseSearch'
import { searchDocuments } from './searchDocuments'
import { toAnswer } from './searchEndpoints'
import { searcherOf } from './searcher'

/** A fifth of what a query may cost (src/api/graphQLLimits.ts): each is a transaction that may take seconds. */
const COMPLEXITY = 400

type Queries = NonNullable<NonNullable<Config['graphQL']>['queries']>

/** `Search(q: …) { docs { id title } }`: the same as `GET /api/search`. */
export const searchQuery: Queries = (GraphQL: typeof GraphQLModule) => {
  const {
    GraphQLBoolean,
    GraphQLInt,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLString,
  } = GraphQL
  const text = new GraphQLNonNull(GraphQLString)
  const facets = new GraphQLNonNull(
    new GraphQLList(
      new GraphQLNonNull(
        new GraphQLObjectType({
          name: 'SearchFacet',
          fields: { value: { type: text }, count: { type: new GraphQLNonNull(GraphQLInt) } },
        }),
      ),
    ),
  )
  const hit = new GraphQLObjectType({
    name: 'SearchHit',
    fields: {
      id: { type: text },
      type: { type: text },
      locale: { type: text },
      path: { type: GraphQLString },
      draft: { type: new GraphQLNonNull(GraphQLBoolean) },
      title: { type: text },
      snippet: { type: text },
    },
  })
  const result = new GraphQLObjectType({
    name: 'SearchResult',
    fields: {
      query: { type: text },
      docs: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(hit))) },
      facets: {
        type: new GraphQLNonNull(
          new GraphQLObjectType({
            name: 'SearchFacets',
            fields: { types: { type: facets }, locales: { type: facets } },
          }),
        ),
      },
      total: { type: new GraphQLNonNull(GraphQLInt) },
      totalIsExact: { type: new GraphQLNonNull(GraphQLBoolean) },
      next: { type: GraphQLString },
      didYouMean: { type: GraphQLString },
    },
  })
  return {
    Search: {
      type: result,
      extensions: { complexity: COMPLEXITY },
      args: {
        q: { type: text },
        type: { type: GraphQLString },
        locale: { type: GraphQLString },
        limit: { type: GraphQLInt },
        after: { type: GraphQLString },
      },
      resolve: async (
        _root: unknown,
        args: Record<string, unknown>,
        { req }: { req: PayloadRequest },
      ) => toAnswer(await searchDocuments(req.payload, await searcherOf(req), parseSearch(args))),
    },
  }
}
