import type { GraphQLOutputType, GraphQLInputType } from 'graphql'
import type { Config } from 'payload'

type Queries = NonNullable<NonNullable<Config['graphQL']>['queries']>

/**
 * Takes fields that are marked `custom: { inGraphQL: false }` out of GraphQL: in the types of their collection they do not exist.
 * What is hidden, Payload (3.90) leaves in them and answers with null. Around the queries of our own, since that is where Payload
 * hands its types out before it makes a schema of them.
 */
export const withoutMarkedFields =
  (queries: Queries): Queries =>
  (graphQL, context) => {
    const fieldsOf = (type: GraphQLInputType | GraphQLOutputType | undefined): object => {
      const named = graphQL.getNamedType(type)
      return graphQL.isObjectType(named) || graphQL.isInputObjectType(named)
        ? named.getFields()
        : {}
    }
    for (const { config, graphQL: types } of Object.values(context.collections)) {
      for (const { custom, name } of config.flattenedFields) {
        if (custom?.inGraphQL !== false) continue
        for (const type of [types?.type, types?.mutationInputType, types?.updateMutationInputType])
          Reflect.deleteProperty(fieldsOf(type), name)
      }
    }
    return queries(graphQL, context)
  }
