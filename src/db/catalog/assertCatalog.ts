import type { CatalogResult } from './runCatalog'
import { runCatalog } from './runCatalog'

/** More than this in one message helps nobody. */
const SHOWN = 10

/** What is red, why that matters, and what to do, for a person to read. */
export function describeOffenders({ check, offenders }: CatalogResult): string {
  const shown = offenders.slice(0, SHOWN).map((offender) => `    ${offender}`)
  if (offenders.length > SHOWN) shown.push(`    … and ${offenders.length - SHOWN} more`)
  return [`  ${check.name}: ${check.why}`, ...shown, `    → ${check.mend}`].join('\n')
}

/**
 * Refuses a database that does not hold tenants apart as the config says. For the boot, after each migration and after a
 * restore.
 *
 * @throws Error naming every offender, why it matters, and what to do about it.
 */
export async function assertCatalog(...args: Parameters<typeof runCatalog>): Promise<void> {
  const red = (await runCatalog(...args)).filter(({ offenders }) => offenders.length > 0)
  if (red.length === 0) return
  throw new Error(
    `The database does not hold tenants apart:\n${red.map(describeOffenders).join('\n')}\nAll of it again: npm run db:check`,
  )
}
