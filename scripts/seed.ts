/**
 * `npm run seed`: countries, currencies and time zones. With `--demo`, or ATRIUM_DEMO=1, also the three demo spaces, whose
 * sign-ins are public: not for an installation that others can reach.
 *
 * When: after the first migration; again whenever something may be missing. Undo: `npm run demo -- --reset` removes a
 * demo; elsewhere delete the spaces in the admin.
 */
import { parseArgs } from 'node:util'

import { getPayload } from 'payload'

import config from '../payload.config'
import { seedDemo, seedInstallation } from '../src/seed/seed'
import { readEnvironment } from './support/environment'
import { runCommand } from './support/runCommand'

runCommand(seed)

async function seed(): Promise<void> {
  const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false } } })
  const demo = values.demo || ['1', 'true'].includes(readEnvironment('ATRIUM_DEMO') ?? '')
  const started = performance.now()
  const payload = await getPayload({ config })
  // The form builder reports every lead for which no mail is set up.
  payload.logger.level = 'warn'
  const report = (line: string) => {
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    process.stdout.write(`${seconds.padStart(5)} s  ${line}\n`)
  }
  try {
    await seedInstallation(payload, report)
    if (demo) await seedDemo(payload, report)
    report(demo ? 'The demo content is complete.' : 'The reference data is complete.')
  } finally {
    await payload.destroy()
  }
}
