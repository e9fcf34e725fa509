const ROUNDS = 60
/** As a server that has been up for a while. */
const WARMING = 30

export interface Times {
  /** Milliseconds, of which half of the answers need less. */
  readonly p50: number
  /** Milliseconds, of which 19 in 20 need less. */
  readonly p95: number
}

/**
 * Asks the same again and again.
 *
 * @param ask whether something was found.
 * @throws Error when nothing was found: a fast nothing is no time.
 */
export async function timesOf(name: string, ask: () => Promise<boolean>): Promise<Times> {
  const times: number[] = []
  for (let round = -WARMING; round < ROUNDS; round++) {
    const started = performance.now()
    if (!(await ask())) throw new Error(`${name}: nothing was found`)
    if (round >= 0) times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}
