import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import { parseMap } from '@/import/map/parseMap'
import { printMap } from '@/import/map/printMap'
import { recognise } from '@/import/map/recognise'
import { type Source } from '@/import/read/Source'
import { openSource } from '@/import/read/openSource'
import { findRun } from '@/import/write/findRun'
import { fingerprintOf } from '@/import/write/fingerprint'
import { lookupOf } from '@/import/write/openRunSource'
import { type RunSettings } from '@/import/write/runImport'
import { createRun, endRun, type Run, type RunOptions } from '@/import/write/runs'
import { sampleSource } from '@/import/write/sampleSource'
import { type Tally } from '@/import/write/Tally'

import { testPayload } from '../usePayload'

interface Importing extends Partial<Omit<RunSettings, 'folder' | 'lookup'>> {
  /** Left out: what is recognised. */
  readonly map?: string
  readonly options?: Partial<RunOptions>
  readonly source?: Source
}

export interface Imported {
  readonly run: Run
  readonly source: Source
  /** Where its lists are. */
  readonly folder: string
  readonly tally: Tally
}

/** Brings in what is at a path, as `npm run import:mongo` does it, with its lists below `imports`. */
export async function importFrom(
  path: string,
  imports: string,
  { map, options, source: given, ...settings }: Importing = {},
): Promise<Imported> {
  const payload = testPayload()
  // Targets read the settings when they are loaded, which are there now.
  const { runImport } = await import('@/import/write/runImport')
  const source = given ?? (await openSource(path))
  const text = map ?? printMap(recognise(await sampleSource(source)))
  parseMap(text, source)
  const run = await createRun(payload, {
    source: path,
    fingerprint: fingerprintOf(source),
    map: text,
    options: { path, overwriteEdited: false, ...options },
  })
  const folder = join(imports, run.id)
  await mkdir(folder, { recursive: true })
  const tally = await runImport(payload, source, run, {
    batchSize: 40,
    stopOnReject: false,
    lookup: await lookupOf(payload, run, source),
    ...settings,
    folder,
  })
  await endRun(payload, run.id, 'done', { tally })
  return { run: await findRun(payload, run.id), source, folder, tally }
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
