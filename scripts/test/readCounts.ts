import { readFile } from 'node:fs/promises'

import type { Step } from './steps'

export type Counts = { passed: number; failed: number; skipped: number }

const count = (value: unknown, key: string): number => {
  const found: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  return typeof found === 'number' ? found : 0
}

/**
 * What a suite reported.
 *
 * @throws Error when it reported nothing: a suite that did not run must not look like one without failures.
 */
export async function readCounts({ file, format }: NonNullable<Step['results']>): Promise<Counts> {
  const report: unknown = JSON.parse(await readFile(file, 'utf8'))
  if (format === 'vitest') {
    return {
      passed: count(report, 'numPassedTests'),
      // A file that does not load has no tests to count, and fails all the same.
      failed: Math.max(
        count(report, 'numFailedTests'),
        count(report, 'numFailedTestSuites') > 0 ? 1 : 0,
      ),
      skipped: count(report, 'numPendingTests') + count(report, 'numTodoTests'),
    }
  }
  const stats: unknown =
    typeof report === 'object' && report !== null ? Reflect.get(report, 'stats') : undefined
  return {
    passed: count(stats, 'expected') + count(stats, 'flaky'),
    failed: count(stats, 'unexpected'),
    skipped: count(stats, 'skipped'),
  }
}
