import type { Locale } from '@/locales/locales'

import type { TreePage } from './loadTree'
import type { Languages } from '../languagesOf'
import type { PageStep } from './PageStep'

/** Each looks at every address of the space: a file in which one address hangs on the other, again and again, is given up. */
const MAX_ROUNDS = 50

/** As the database allows, see atrium_page_tree. */
const MAX_DEPTH = 12

type Node = Pick<TreePage, 'parent' | 'slugs' | 'trashed'>

/**
 * Takes out the steps that would not leave a tree behind in which each page has an address of its own, until all others do: what is
 * rejected takes along what is to be made below it. The database is the last word on it, see atrium_page_tree.
 */
export function settleTree(
  steps: readonly PageStep[],
  tree: ReadonlyMap<string, TreePage>,
  languages: Languages,
  reject: (step: PageStep, reason: string) => void,
): PageStep[] {
  let kept = [...steps]
  for (let rounds = 0; ;) {
    const planned = new Map(kept.map((step) => [step.id, step]))
    const nodeOf = (id: string): Node | undefined => {
      const step = planned.get(id)
      return step ? { ...step, trashed: false } : tree.get(id)
    }
    let found = offendersIn(kept, tree, nodeOf)
    if (found.size === 0 && rounds++ < MAX_ROUNDS)
      found = takenAddresses(kept, tree, nodeOf, languages)
    else if (found.size === 0) found = new Map(kept.map((step) => [step, TANGLED]))
    if (found.size === 0) return kept
    for (const [step, reason] of found) reject(step, reason)
    kept = kept.filter((step) => !found.has(step))
  }
}

type Offenders = Map<PageStep, string>

/** One kind of offence at a time: what is rejected for one may be the reason for the next. */
function offendersIn(
  steps: readonly PageStep[],
  tree: ReadonlyMap<string, TreePage>,
  nodeOf: (id: string) => Node | undefined,
): Offenders {
  const collect = (problemOf: (step: PageStep) => string | undefined): Offenders =>
    new Map(
      steps.flatMap((step) => {
        const problem = problemOf(step)
        return problem === undefined ? [] : [[step, problem] as const]
      }),
    )
  const moves = ({ id, parent }: PageStep) => tree.get(id)?.parent !== parent
  for (const found of [
    collect(({ parent }) =>
      parent !== null && !nodeOf(parent) ? 'The page above it is rejected itself.' : undefined,
    ),
    collect(({ needs }) =>
      needs.every((id) => nodeOf(id)) ? undefined : 'It refers to a page that is rejected itself.',
    ),
    collect((step) => (moves(step) && ancestorsOf(step, nodeOf) === 'circle' ? CIRCLE : undefined)),
    collect((step) => {
      const above = moves(step) ? ancestorsOf(step, nodeOf) : 0
      return above !== 'circle' && above > MAX_DEPTH
        ? `Pages can be nested up to ${MAX_DEPTH} levels deep.`
        : undefined
    }),
  ])
    if (found.size > 0) return found
  return new Map()
}

const TANGLED = 'Too many addresses of this file hang on each other. Split it.'

const CIRCLE = 'A page cannot be below itself or below a page that is below it.'

/** How many pages are above one, or that it is above itself. */
function ancestorsOf(
  { id, parent }: PageStep,
  nodeOf: (id: string) => Node | undefined,
): number | 'circle' {
  const seen = new Set<string>()
  for (let above = parent; above !== null; above = nodeOf(above)?.parent ?? null) {
    if (above === id) return 'circle'
    if (seen.has(above)) return seen.size
    seen.add(above)
  }
  return seen.size
}

function takenAddresses(
  steps: readonly PageStep[],
  tree: ReadonlyMap<string, TreePage>,
  nodeOf: (id: string) => Node | undefined,
  { main, offered }: Languages,
): Offenders {
  const found: Offenders = new Map()
  const planned = new Set(steps.map(({ id }) => id))
  for (const locale of offered) {
    const owners = new Map<string, string>()
    for (const id of tree.keys()) {
      const address = planned.has(id) ? null : addressOf(id, locale, main, nodeOf)
      if (address !== null) owners.set(address, id)
    }
    for (const step of steps) {
      const address = addressOf(step.id, locale, main, nodeOf)
      if (address === null) continue
      if (owners.has(address))
        found.set(step, `Another page of this space has the address “${address}”.`)
      else owners.set(address, step.id)
    }
  }
  return found
}

/** As atrium_page_address works it out. */
function addressOf(
  page: string,
  locale: Locale,
  main: Locale,
  nodeOf: (id: string) => Node | undefined,
): string | null {
  const parts: string[] = []
  for (let id: string | null = page; id !== null && parts.length <= 2 * MAX_DEPTH;) {
    const node = nodeOf(id)
    if (!node || node.trashed) return null
    const own = node.slugs[main]
    const part = node.slugs[locale] ?? (id === page ? undefined : own)
    if (id === page && part === undefined) return null
    const isHome = node.parent === null && (part === 'home' || own === 'home')
    if (!isHome && part !== undefined) parts.unshift(part)
    id = node.parent
  }
  return `/${parts.join('/')}`
}
