import { z } from 'zod'

import { type Connected } from '@/db/poolOf'

import { loadCheckpoints, type Run } from './runs'
import { sumTallies, type Tally, tallySchema } from './Tally'

/** What became of the documents of an import: as it was told at the end, or, of one that has not ended, so far. */
export async function tallyOf(
  connected: Connected,
  run: Pick<Run, 'id' | 'report'>,
): Promise<Tally> {
  const kept = z.object({ tally: tallySchema }).safeParse(run.report)
  if (kept.success) return kept.data.tally
  const checkpoints = await loadCheckpoints(connected, run.id)
  return sumTallies([...checkpoints.values()].map(({ tally }) => tally))
}
