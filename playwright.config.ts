import { defineConfig } from '@playwright/test'

import { browserLaunch } from './tests/e2e/browserLaunch'

const port = Number(process.env.E2E_PORT ?? 3219)

/** The journeys run against the demo, as `npm run demo` serves it, with data of their own. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.e2e.ts',
  outputDir: '.tmp/e2e-results',
  // The journeys change the demo's content; two at once would see each other's.
  workers: 1,
  // A busy machine makes a browser late. What needed its second try is listed as flaky, and wants mending.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '.tmp/results/browser.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    video: 'off',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: await browserLaunch(),
  },
  webServer: {
    command: 'node --import tsx scripts/demo.ts --reset',
    url: `http://localhost:${port}/api/health`,
    timeout: 10 * 60_000,
    env: {
      PORT: String(port),
      ATRIUM_DATA_DIR: '.tmp/e2e',
      RATE_LIMIT_LOGIN: '1000',
      RATE_LIMIT_FORM: '1000',
    },
    stdout: 'pipe',
    reuseExistingServer: process.env.E2E_REUSE === '1',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
})
