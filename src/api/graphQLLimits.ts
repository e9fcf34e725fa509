import {
  Kind,
  parse,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import type { Config } from 'payload'

import { AtriumError } from '@/errors'

/** Deeper than any query of the admin or of a site; populating goes three documents deep. */
export const MAX_QUERY_DEPTH = 12
/** One query may ask for the same thing under many names: each of them costs. */
export const MAX_ALIASES = 20
export const MAX_COMPLEXITY = 2_000

export interface Measured {
  readonly depth: number
  readonly aliases: number
  /** Fields and fragments, with what is in a fragment each time that it is used. */
  readonly parts: number
  /** A fragment contains itself: there is no end to it. */
  readonly circular: boolean
}

const NOTHING: Measured = { depth: 0, aliases: 0, parts: 0, circular: false }

/**
 * The size of a query, fragments included, each counted where it is used. A fragment is measured once, however often that is:
 * thirty of them, each with the next one in it twice, are a billion fields in a kilobyte.
 */
export function measure(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  known: Map<string, Measured | 'open'> = new Map(),
): Measured {
  const total = { ...NOTHING }
  for (const selection of selections) {
    const isField = selection.kind === Kind.FIELD
    const inner =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? measureFragment(selection.name.value, fragments, known)
        : selection.selectionSet
          ? measure(selection.selectionSet, fragments, known)
          : NOTHING
    total.parts += inner.parts + 1
    total.circular ||= inner.circular
    // What describes the schema is as deep as it is.
    if (isField && selection.name.value.startsWith('__')) continue
    total.depth = Math.max(total.depth, inner.depth + (isField ? 1 : 0))
    total.aliases += inner.aliases + (isField && selection.alias ? 1 : 0)
  }
  return total
}

function measureFragment(
  name: string,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  known: Map<string, Measured | 'open'>,
): Measured {
  const before = known.get(name)
  if (before === 'open') return { ...NOTHING, circular: true }
  const fragment = fragments.get(name)
  if (before || !fragment) return before ?? NOTHING
  known.set(name, 'open')
  const measured = measure(fragment.selectionSet, fragments, known)
  known.set(name, measured)
  return measured
}

const refuse = (message: string): never => {
  throw new AtriumError('QUERY_TOO_COMPLEX', { message })
}

type Handler<Args> = (request: Request, args: Args) => Promise<Response>

/**
 * A GraphQL endpoint that looks at the size of a query before anybody else does. Not as a rule of GraphQL's: rules run side by side,
 * and Payload's (3.90) and graphql-js's walk through fragments each time that they are used, and compare fields with each other.
 *
 * @throws AtriumError QUERY_TOO_COMPLEX.
 */
export const withBoundQuery =
  <Args>(handler: Handler<Args>): Handler<Args> =>
  async (request, args) => {
    const document = readQuery(await request.clone().text())
    if (document) assertDocument(document)
    return handler(request, args)
  }

/** Nothing for what is no query: the endpoint says so itself. */
function readQuery(body: string): DocumentNode | undefined {
  try {
    const sent: unknown = JSON.parse(body)
    const query: unknown = Reflect.get(Object(sent), 'query')
    return typeof query === 'string' ? parse(query, { noLocation: true }) : undefined
  } catch {
    return undefined
  }
}

function assertDocument({ definitions }: DocumentNode): void {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const node of definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  const known = new Map<string, Measured | 'open'>()
  let written = 0
  for (const node of definitions) {
    if (!('selectionSet' in node) || !node.selectionSet) continue
    assertSize(measure(node.selectionSet, fragments, known))
    written += measure(node.selectionSet, new Map()).parts
  }
  if (written > MAX_COMPLEXITY)
    refuse(`This query has ${written} parts; ${MAX_COMPLEXITY} are allowed.`)
}

function assertSize({ depth, aliases, parts, circular }: Measured): void {
  if (circular) refuse('A fragment of this query contains itself.')
  if (depth > MAX_QUERY_DEPTH)
    refuse(`This query is ${depth} levels deep; ${MAX_QUERY_DEPTH} are allowed.`)
  if (aliases > MAX_ALIASES)
    refuse(`This query uses ${aliases} aliases; ${MAX_ALIASES} are allowed.`)
  if (parts > MAX_COMPLEXITY)
    refuse(`This query asks for ${parts} fields; ${MAX_COMPLEXITY} are allowed.`)
}

/** GraphQL stays on, for sites; introspection and the playground only in development. */
export const graphQLLimits: Config['graphQL'] = {
  disableIntrospectionInProduction: true,
  disablePlaygroundInProduction: true,
  maxComplexity: MAX_COMPLEXITY,
}
