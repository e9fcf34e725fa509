import type * as GraphQLModule from 'graphql'
import type { Config, PayloadRequest } from 'payload'

import { searcherOf } from '../searcher'
import { parseRelated } from './parseRelated'
import { relatedPages } from './relatedPages'

/** As for a search: up to three transactions, the last of which may take seconds. */
const COMPLEXITY = 400

type Queries = NonNullable<NonNullable<Config['graphQL']>['queries']>

/** `RelatedPages(id: …) { by docs { id title path } }`: the same as `GET /api/pages/:id/related`. */
export const relatedQuery: Queries = (GraphQL: typeof GraphQLModule) => {
  const { GraphQLBoolean, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType } = GraphQL
  const text = new GraphQLNonNull(GraphQL.GraphQLString)
  const page = new GraphQLObjectType({
    name: 'RelatedPage',
    fields: {
      id: { type: text },
      locale: { type: text },
      path: { type: GraphQL.GraphQLString },
      draft: { type: new GraphQLNonNull(GraphQLBoolean) },
      title: { type: text },
    },
  })
  const result = new GraphQLObjectType({
    name: 'RelatedPagesResult',
    fields: {
      page: { type: text },
      locale: { type: text },
      by: { type: text },
      docs: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(page))) },
    },
  })
  return {
    RelatedPages: {
      type: result,
      extensions: { complexity: COMPLEXITY },
      args: {
        id: { type: text },
        locale: { type: GraphQL.GraphQLString },
        limit: { type: GraphQLInt },
      },
      resolve: async (
        _root: unknown,
        args: Record<string, unknown>,
        { req }: { req: PayloadRequest },
      ) => relatedPages(req.payload, await searcherOf(req), parseRelated(args)),
    },
  }
}
