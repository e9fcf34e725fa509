/**
 * `npm test`: everything that must hold, on a fresh machine with nothing but Node: types, lint, generated files, unit,
 * database, API and browser tests, against embedded PostgreSQL servers of their own.
 *
 * When: before every commit, and in CI. `-- --only api` runs one part. The last line counts: `N passed, N failed, N skipped`.
 * Undo: nothing to undo; what it wrote is below .tmp and .next.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm } from 'node:fs/promises'

import { CommandError } from './support/CommandError'
import { childEnvironment } from './support/environment'
import { projectRoot } from './support/projectPaths'
import { runCommand } from './support/runCommand'
import { readCounts, type Counts } from './test/readCounts'
import { steps, type Step } from './test/steps'

runCommand(async () => {
  const at = process.argv.indexOf('--only')
  const only = at === -1 ? undefined : process.argv[at + 1]
  const chosen = steps.filter(({ name }) => only === undefined || name.startsWith(only))
  if (chosen.length === 0) {
    throw new CommandError(
      `There is no part “${only ?? ''}”.`,
      `one of: ${steps.map(({ name }) => name).join(', ')}`,
    )
  }
  await rm(`${projectRoot}/.tmp/results`, { recursive: true, force: true })
  await mkdir(`${projectRoot}/.tmp/results`, { recursive: true })
  const total: Counts = { passed: 0, failed: 0, skipped: 0 }
  const failures: string[] = []
  for (const step of chosen) {
    const started = Date.now()
    console.log(`\n── ${step.name} ${'─'.repeat(Math.max(3, 60 - step.name.length))}`)
    const counts = await run(step)
    total.passed += counts.passed
    total.failed += counts.failed
    total.skipped += counts.skipped
    if (counts.failed > 0) failures.push(step.name)
    console.log(
      `${counts.failed > 0 ? '✗' : '✓'} ${step.name}: ${((Date.now() - started) / 1000).toFixed(0)} s`,
    )
    if (counts.failed > 0 && step.vital) break
  }
  if (failures.length > 0)
    console.log(`\nFailed: ${failures.join(', ')}. Again: npm test -- --only "${failures[0]}"`)
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
  return failures.length > 0 ? 1 : 0
})

async function run(step: Step): Promise<Counts> {
  const env = childEnvironment({ NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: undefined })
  const child = spawn(process.execPath, step.args, {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
  })
  const [code]: unknown[] = await once(child, 'exit')
  if (!step.results)
    return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
  try {
    const counts = await readCounts(step.results)
    const nothing = counts.passed + counts.failed + counts.skipped === 0
    return nothing || (code !== 0 && counts.failed === 0)
      ? { ...counts, failed: counts.failed + 1 }
      : counts
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}
