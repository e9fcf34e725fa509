import { z } from 'zod'

/** What became of the documents of a collection, for each tenant. */
export const OUTCOMES = [
  /** New here. */
  'created',
  /** Here, and other in the source than it was. */
  'updated',
  /** Here, as it is in the source. */
  'unchanged',
  /** Changed or deleted here by people since it came in: left as it is. */
  'edited',
  /** In the reject file. */
  'rejected',
  /** Of a collection that the map leaves behind. */
  'left',
  /** Of another space than the one that was asked for. */
  'elsewhere',
] as const

export type OutcomeName = (typeof OUTCOMES)[number]

const counts = z.partialRecord(z.enum(OUTCOMES), z.number())

/** By collection and tenant (its slug, or `-` where nobody knows whose a document is). */
export const tallySchema = z.object({
  outcomes: z.record(z.string(), z.record(z.string(), counts)),
  /** How often a conversion changed something, by collection and in which way. */
  losses: z.record(z.string(), z.record(z.string(), z.number())),
  /** How many mapped documents have a part among the documents, by collection. */
  rests: z.record(z.string(), z.number()),
  /** References that lead nowhere, by collection. */
  dangling: z.record(z.string(), z.number()),
})

export type Tally = z.infer<typeof tallySchema>

export const emptyTally = (): Tally => ({ outcomes: {}, losses: {}, rests: {}, dangling: {} })

/** Names of collections are the source's: one may be called __proto__. */
function own<T>(table: Record<string, T>, key: string, empty: () => T): T {
  if (!Object.hasOwn(table, key))
    Object.defineProperty(table, key, {
      value: empty(),
      enumerable: true,
      writable: true,
      configurable: true,
    })
  return Reflect.get(table, key) as T
}

const add = (table: Record<string, number>, key: string, count: number): void => {
  const before = own(table, key, () => 0)
  Object.defineProperty(table, key, { value: before + count })
}

export function countOutcome(
  tally: Tally,
  collection: string,
  tenant: string,
  outcome: OutcomeName,
  count = 1,
): void {
  const tenants = own(tally.outcomes, collection, () => ({}))
  add(
    own(tenants, tenant, () => ({})),
    outcome,
    count,
  )
}

export const countLoss = (tally: Tally, collection: string, words: string, count = 1): void =>
  add(
    own(tally.losses, collection, () => ({})),
    words,
    count,
  )

export const countRest = (tally: Tally, collection: string, count = 1): void =>
  add(tally.rests, collection, count)

export const countDangling = (tally: Tally, collection: string, count = 1): void =>
  add(tally.dangling, collection, count)

/** Adds up what several files and passes counted. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  const sum = emptyTally()
  for (const { outcomes, losses, rests, dangling } of tallies) {
    for (const [collection, tenants] of Object.entries(outcomes))
      for (const [tenant, found] of Object.entries(tenants))
        for (const outcome of OUTCOMES)
          if (found[outcome]) countOutcome(sum, collection, tenant, outcome, found[outcome])
    for (const [collection, kinds] of Object.entries(losses))
      for (const [words, count] of Object.entries(kinds)) countLoss(sum, collection, words, count)
    for (const [collection, count] of Object.entries(rests)) countRest(sum, collection, count)
    for (const [collection, count] of Object.entries(dangling))
      countDangling(sum, collection, count)
  }
  return sum
}

/** How many documents are in the reject file. */
export const rejectedIn = (tally: Tally): number => sumOf(tally, 'rejected')

/** Whether anything is new here. */
export const hasCreated = (tally: Tally): boolean => sumOf(tally, 'created') > 0

const sumOf = ({ outcomes }: Tally, outcome: OutcomeName): number =>
  Object.values(outcomes)
    .flatMap((tenants) => Object.values(tenants))
    .reduce((sum, counts) => sum + (counts[outcome] ?? 0), 0)
