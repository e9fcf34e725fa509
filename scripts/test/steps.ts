/** One part of `npm test`. A check counts as one test; a suite reports how many it ran. */
export type Step = {
  name: string
  /** Arguments of the Node program. */
  args: string[]
  /** Where a suite writes its results, and in whose format. */
  results?: { file: string; format: 'vitest' | 'playwright' }
  /** Later steps have nothing to work on without it. */
  vital?: boolean
}

const bin = (path: string) => `node_modules/${path}`
const payload = ['--conditions=production', '--no-deprecation', '--import', 'tsx']

const vitest = (project: string): Step => ({
  name: `${project} tests`,
  args: [
    bin('vitest/vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=.tmp/results/${project}.json`,
  ],
  results: { file: `.tmp/results/${project}.json`, format: 'vitest' },
})

/** In the order in which they run: what fails fastest and explains most comes first. */
export const steps: Step[] = [
  { name: 'types', args: [bin('typescript/bin/tsc'), '--noEmit'] },
  { name: 'lint', args: [bin('eslint/bin/eslint.js'), '.', '--max-warnings=0'] },
  { name: 'format', args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'] },
  { name: 'generated files', args: [...payload, 'scripts/check-generated.ts'] },
  vitest('unit'),
  vitest('db'),
  { name: 'build', args: ['--import', 'tsx', 'scripts/build.ts'], vital: true },
  vitest('api'),
  {
    name: 'browser tests',
    args: [...payload, bin('@playwright/test/cli.js'), 'test'],
    results: { file: '.tmp/results/browser.json', format: 'playwright' },
  },
]
