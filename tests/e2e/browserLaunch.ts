import { existsSync } from 'node:fs'

import type { LaunchOptions } from '@playwright/test'

/** Root cannot use Chromium's own sandbox, and a container has a small /dev/shm. */
const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-zygote']

/**
 * A Chromium that is there: CHROMIUM_PATH, the system's, else the one inside an npm package. Playwright's own download
 * is not needed. The package's recommended arguments are left out: they switch off the browser's web security.
 */
export async function browserLaunch(): Promise<LaunchOptions> {
  const known = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path !== undefined && existsSync(path),
  )
  if (known) return { executablePath: known, args }
  const { default: packaged } = await import('@sparticuz/chromium')
  return { executablePath: await packaged.executablePath(), args }
}
