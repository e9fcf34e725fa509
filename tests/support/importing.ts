import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Payload } from 'payload'

import { printMap } from '@/import/map/printMap'
import { recognise } from '@/import/map/recognise'
import { openSource } from '@/import/read/openSource'
import { fingerprintOf } from '@/import/write/fingerprint'
import type { RunSettings } from '@/import/write/runImport'
import { createRun, endRun, type Run, type RunOptions } from '@/import/write/runs'
import { sampleSource } from '@/import/write/sampleSource'
import type { Tally } from '@/import/write/Tally'

interface Imported {
  readonly run: Run
  readonly tally: Tally
  /** Where the lists of the run are. */
  readonly folder: string
}

/** Imports what is at a path, as `npm run import:mongo` does. */
export async function importFrom(
  payload: Payload,
  path: string,
  {
    map,
    batchSize = 50,
    tenant,
    files,
    ...settings
  }: Partial<RunSettings & RunOptions> & { readonly map?: string } = {},
): Promise<Imported> {
  // Read when the settings of the test are there: targets ask for them.
  const { runImport } = await import('@/import/write/runImport')
  const source = await openSource(path)
  const run = await createRun(payload, {
    source: path,
    fingerprint: fingerprintOf(source),
    map: map ?? printMap(recognise(await sampleSource(source))),
    options: { path, tenant, files, overwriteEdited: settings.overwriteEdited ?? false },
  })
  const folder = settings.folder ?? (await mkdtemp(join(tmpdir(), 'atrium-import-')))
  const tally = await runImport(payload, source, run, {
    stopOnReject: false,
    ...settings,
    batchSize,
    folder,
  })
  await endRun(payload, run.id, 'done', { tally })
  return { run, tally, folder }
}

/** How many documents had an outcome, in all collections. */
export const outcomesOf = ({ outcomes }: Tally): Record<string, number> => {
  const sums: Record<string, number> = {}
  for (const tenants of Object.values(outcomes))
    for (const counts of Object.values(tenants))
      for (const [outcome, count] of Object.entries(counts))
        sums[outcome] = (sums[outcome] ?? 0) + count
  return sums
}
