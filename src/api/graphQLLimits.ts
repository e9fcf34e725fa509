import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql'
import type { Config } from 'payload'

/** Deeper than any query of the admin or of a site; populating goes three documents deep. */
export const MAX_QUERY_DEPTH = 12
/** One query may ask for the same thing under many names: each of them costs. */
export const MAX_ALIASES = 20
export const MAX_COMPLEXITY = 2_000

/** Depth and aliases of a query, fragments included, each counted where it is used. */
export function measure(
  selections: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  seen: readonly string[] = [],
): { depth: number; aliases: number } {
  let depth = 0
  let aliases = 0
  for (const selection of selections.selections) {
    let inner = { depth: 0, aliases: 0 }
    let level = 0
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value.startsWith('__')) continue
      level = 1
      if (selection.alias) aliases += 1
      if (selection.selectionSet) inner = measure(selection.selectionSet, fragments, seen)
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      inner = measure(selection.selectionSet, fragments, seen)
    } else {
      const name = selection.name.value
      const fragment = fragments.get(name)
      // A fragment that contains itself is refused by GraphQL's own rules.
      if (fragment && !seen.includes(name))
        inner = measure(fragment.selectionSet, fragments, [...seen, name])
    }
    depth = Math.max(depth, level + inner.depth)
    aliases += inner.aliases
  }
  return { depth, aliases }
}

function boundQuery(context: ValidationContext): ASTVisitor {
  const fragments = new Map(
    context
      .getDocument()
      .definitions.flatMap((node) =>
        node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
      ),
  )
  return {
    OperationDefinition(node) {
      const { depth, aliases } = measure(node.selectionSet, fragments)
      const refuse = (message: string) =>
        context.reportError(
          new GraphQLError(message, { nodes: node, extensions: { code: 'QUERY_TOO_COMPLEX' } }),
        )
      if (depth > MAX_QUERY_DEPTH)
        refuse(`This query is ${depth} levels deep; ${MAX_QUERY_DEPTH} are allowed.`)
      if (aliases > MAX_ALIASES)
        refuse(`This query uses ${aliases} aliases; ${MAX_ALIASES} are allowed.`)
    },
  }
}

/** GraphQL stays on, for sites; introspection and the playground only in development. */
export const graphQLLimits: Config['graphQL'] = {
  disableIntrospectionInProduction: true,
  disablePlaygroundInProduction: true,
  maxComplexity: MAX_COMPLEXITY,
  validationRules: () => [boundQuery],
}
