import { OUTCOMES, type Tally } from '../write/Tally'
import { NOBODY, type VerifyLog } from './VerifyLog'

/** Whether an import has counted every document of its source: each of them came to one end. */
export function compareCounts(log: VerifyLog, { outcomes }: Tally): void {
  const source = new Map<string, number>()
  for (const counts of log.collections())
    source.set(counts.collection, (source.get(counts.collection) ?? 0) + counts.source)
  for (const collection of new Set([...source.keys(), ...Object.keys(outcomes)])) {
    const tenants = Object.hasOwn(outcomes, collection) ? outcomes[collection] : undefined
    const counted = Object.values(tenants ?? {}).reduce(
      (sum, counts) => sum + OUTCOMES.reduce((all, name) => all + (counts[name] ?? 0), 0),
      0,
    )
    const there = source.get(collection) ?? 0
    if (there !== counted)
      log.differ(
        'count',
        { collection, tenant: NOBODY, id: '' },
        {
          path: '(all documents)',
          expected: `${there} in the source`,
          found: `${counted} in the report of the import`,
        },
      )
  }
}
