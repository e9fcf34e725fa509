import type { Contender } from './loadContenders'
import type { Operation } from './operations'
import type { BenchTenant } from './seedTenants'

export interface Comparison {
  readonly operation: string
  readonly tenants: number
  /** Per second, the median of the rounds. */
  readonly isolated: number
  readonly bypassed: number
  /** Isolated ÷ bypassed, the median of the rounds' ratios. */
  readonly ratio: number
}

/** Requests at once: enough to keep one Node process and one PostgreSQL busy. */
const CLIENTS = 4
const ROUNDS = 7
const ROUND_MS = 550

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1] ?? 0, sorted[middle] ?? 0]
  return (low + high) / 2
}

/**
 * Runs an operation on both in turns, so that what else the machine does meets both alike; who begins changes with each
 * round.
 */
export async function compare(
  operation: Operation,
  [isolated, bypassed]: readonly [Contender, Contender],
  tenants: readonly BenchTenant[],
  total: number,
): Promise<Comparison> {
  for (const contender of [isolated, bypassed])
    await rateOf(operation, contender, tenants, ROUND_MS)
  const rounds: { isolated: number; bypassed: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const rates = { isolated: 0, bypassed: 0 }
    const order = round % 2 === 0 ? [isolated, bypassed] : [bypassed, isolated]
    for (const contender of order) {
      rates[contender.name] = await rateOf(operation, contender, tenants, ROUND_MS)
    }
    rounds.push(rates)
  }
  return {
    operation: operation.name,
    tenants: total,
    isolated: median(rounds.map((round) => round.isolated)),
    bypassed: median(rounds.map((round) => round.bypassed)),
    ratio: median(rounds.map((round) => round.isolated / round.bypassed)),
  }
}

/** How often per second, by a few clients that each wait for their answer. */
async function rateOf(
  { run }: Operation,
  contender: Contender,
  tenants: readonly BenchTenant[],
  milliseconds: number,
): Promise<number> {
  const started = performance.now()
  let done = 0
  let turn = 0
  const client = async () => {
    while (performance.now() - started < milliseconds) {
      const mine = turn++
      const tenant = tenants[mine % tenants.length]
      if (!tenant) throw new Error('There is no tenant to ask')
      await run(contender, tenant, Math.floor(mine / tenants.length))
      done++
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return (done * 1000) / (performance.now() - started)
}
