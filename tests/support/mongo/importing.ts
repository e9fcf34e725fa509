import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import { parseMap } from '@/import/map/parseMap'
import { printMap } from '@/import/map/printMap'
import { recognise } from '@/import/map/recognise'
import { type Source } from '@/import/read/Source'
import { openSource } from '@/import/read/openSource'
import { type AnyTarget } from '@/import/targets/Target'
import { findRun } from '@/import/write/findRun'
import { fingerprintOf } from '@/import/write/fingerprint'
import { lookupOf } from '@/import/write/openRunSource'
import { createRun, endRun, type Run, type RunOptions } from '@/import/write/runs'
import { sampleSource } from '@/import/write/sampleSource'

import { testPayload } from '../usePayload'

interface Importing {
  /** Left out: what is recognised. */
  readonly map?: string
  readonly targets?: readonly AnyTarget[]
  readonly options?: Partial<RunOptions>
  readonly source?: Source
}

/** Brings a dump in, as the command does it, with its lists below `folder`. */
export async function importFrom(
  path: string,
  folder: string,
  { map, options, targets, source: given }: Importing = {},
): Promise<{ readonly run: Run; readonly source: Source; readonly folder: string }> {
  const payload = testPayload()
  // Targets read the settings when they are loaded, which are there now.
  const { runImport } = await import('@/import/write/runImport')
  const source = given ?? (await openSource(path))
  const text = map ?? printMap(recognise(await sampleSource(source)))
  parseMap(text)
  const run = await createRun(payload, {
    source: path,
    fingerprint: fingerprintOf(source),
    map: text,
    options: { path, overwriteEdited: false, ...options },
  })
  const own = join(folder, run.id)
  await mkdir(own, { recursive: true })
  const tally = await runImport(payload, source, run, {
    batchSize: 40,
    stopOnReject: false,
    folder: own,
    lookup: await lookupOf(payload, run, source),
    ...(targets && { targets }),
  })
  await endRun(payload, run.id, 'done', { tally })
  return { run: await findRun(payload, run.id), source, folder: own }
}
