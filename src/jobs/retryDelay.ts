/** How often a task is tried, and over what time: the waits between the tries double, and sum up to `overMs`. */
export interface Retries {
  readonly attempts: number
  readonly overMs: number
}

/**
 * How long to wait after a failed try.
 *
 * @param tried how many tries there were, the failed one included
 * @returns milliseconds, or undefined when no try is left
 */
export function retryDelay({ attempts, overMs }: Retries, tried: number): number | undefined {
  if (tried >= attempts) return undefined
  return Math.round((overMs * 2 ** (tried - 1)) / (2 ** (attempts - 1) - 1))
}
